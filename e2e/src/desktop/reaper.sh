# Kills a desktop session when its owner closes this script's standard input or exits.
# $1: the session's folder. Every process of the session has it in its environment as LATCHKEY_DESKTOP_SESSION.
set -u
folder=$1
case $folder in */latchkey-desktop-*) ;; *) exit 2 ;; esac

cat >/dev/null

end() {
    running=$(grep -lzxF "LATCHKEY_DESKTOP_SESSION=$folder" /proc/[0-9]*/environ 2>/dev/null)
    [ -n "$running" ] || return 1
    for environ in $running; do
        pid=${environ#/proc/}
        kill "-$1" "${pid%/environ}" 2>/dev/null
    done
}

# SIGTERM first: it lets the X server remove its lock file.
tries=0
while [ $tries -lt 40 ] && end TERM; do
    tries=$((tries + 1))
    sleep 0.05
done
while end KILL; do sleep 0.05; done
rm -rf -- "$folder"
