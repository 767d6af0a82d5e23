# Ends a private desktop once its owner closes this script's standard input, or is gone itself.
# $1: the desk's folder. Every process of the desk carries it in its environment as LATCHKEY_DESK.
set -u
desk=$1
case $desk in */latchkey-desk-*) ;; *) exit 2 ;; esac

cat >/dev/null

end() {
    running=$(grep -lzxF "LATCHKEY_DESK=$desk" /proc/[0-9]*/environ 2>/dev/null)
    [ -n "$running" ] || return 1
    for environ in $running; do
        pid=${environ#/proc/}
        kill "-$1" "${pid%/environ}" 2>/dev/null
    done
}

# The X server takes its lock file away when it is asked to end, so it is asked first.
tries=0
while [ $tries -lt 40 ] && end TERM; do
    tries=$((tries + 1))
    sleep 0.05
done
while end KILL; do sleep 0.05; done
rm -rf -- "$desk"
