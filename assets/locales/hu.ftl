# See en.ftl for the context of each message.

## Everywhere

language = Nyelv
dismiss = Bezárás
show-password = Jelszó megjelenítése
opening = Egy pillanat…
try-again = Próbálja újra
cancel = Mégse
or = vagy
back = Vissza
help = Segítség
still-trying = Még próbálkozunk. Lehet, hogy lassú a kapcsolat.
privacy = Adatvédelem
terms = Feltételek
page-open-failed = Nem sikerült megnyitni a böngészőt. Másolja bele ezt a címet:
mail-open-failed = Nem sikerült megnyitni a levelezőalkalmazást. Másolja bele ezt a címet:
problems = Javítsa ki a következőket:
try-again-in = Próbálja újra { $time } múlva
text-size = Szövegméret: { $percent }%

## Forgot password

forgot-title = Elfelejtette a jelszavát?
forgot-lead = Adja meg az e-mail-címét, és küldünk egy linket, amellyel új jelszót adhat meg.
forgot-lead-code = Adja meg az e-mail-címét, és küldünk egy kódot, amellyel új jelszót adhat meg.
hosted-lead = Az új jelszót itt adhatja meg: { $host }. Az oldal a böngészőben nyílik meg.
hosted-open = Folytatás a böngészőben
hosted-opened-title = Folytassa a böngészőben
hosted-opened-text = Megnyitottuk a böngészőben: { $host }. Adjon meg ott egy új jelszót, majd jelentkezzen be.
hosted-open-again = Oldal megnyitása újra
email = E-mail-cím
send = Jelszó visszaállítása
sending = Küldés…
did-you-mean = Erre gondolt: { $suggestion }?
back-to-email = Vissza az e-mailhez
back-to-sign-in = Vissza a bejelentkezéshez

email-missing = Adja meg az e-mail-címét.
email-malformed = Így adja meg: nev@example.com.
email-refused = Ez a szolgáltatás nem fogadja el ezt a címet. Nézze meg, nincs-e elírva.
code-too-early = Ez egy kód, és a kódok csak azon az eszközön működnek, amelyen kérték őket. Adja meg az e-mail-címét, hogy itt is kapjon egyet.

## Check your email

check-title = Nézze meg az e-mailjeit
check-lead = Ha { $email } címmel létezik fiók, e-mailben kap egy linket.
check-lead-code = Ha { $email } címmel létezik fiók, e-mailben kap egy kódot.
check-lead-both = Ha { $email } címmel létezik fiók, e-mailben kap egy linket és egy kódot.
hosted-check = A link megnyitja a szolgáltatás oldalát a böngészőben. Ott adja meg az új jelszavát.
link-lifetime = { $minutes ->
    [one] Nyissa meg a linket { $minutes } percen belül.
   *[other] Nyissa meg a linket { $minutes } percen belül.
  }
link-lifetime-hours = { $hours ->
    [one] Nyissa meg a linket { $hours } órán belül.
   *[other] Nyissa meg a linket { $hours } órán belül.
  }
link-lifetime-days = { $days ->
    [one] Nyissa meg a linket { $days } napon belül.
   *[other] Nyissa meg a linket { $days } napon belül.
  }
check-spam = Egy perc után sem jött meg? Nézze meg a spammappát és a fenti címet.
check-spam-quota = Egy perc után sem jött meg? Nézze meg a spammappát és a fenti címet. A szolgáltatás korlátozza az e-mailek számát: ha nem jön semmi, próbálja újra egy óra múlva.
open-mail = Levelező megnyitása
mail-app-open-failed = Nem sikerült megnyitni a levelezőalkalmazást. Nyissa meg onnan, ahonnan szokta.
open-webmail = { $name } megnyitása
paste-label = Illessze be az e-mailben kapott linket
paste-hint = Akkor használja, ha a link nem nyitja meg az alkalmazást.
paste-or-code-hint = Ha az e-mailben kód van, azt is beírhatja ide.
code-label = Írja be a kódot vagy illessze be a linket
code-only-label = Írja be az e-mailben kapott kódot
continue = Tovább
checking = Ellenőrzés…
resend = Újraküldés
resend-in = Újraküldés { $time } múlva
resent = Újra elküldtük. Csak a legújabb e-mail érvényes.
change-address = Másik e-mail-cím
no-mailbox = Nem fér hozzá ehhez a postafiókhoz?
no-mailbox-lead = Hogy idegenek ne juthassanak be, jelszó-visszaállító e-mailt csak a fiók címére küldünk. Ezeket teheti:
no-mailbox-provider-title = Szerezze vissza a postafiókját
no-mailbox-provider-text = Az e-mail-szolgáltatója segíteni tud ebben.
no-mailbox-other-title = Próbáljon meg másik címet
no-mailbox-other-text = Használjon egy olyat, amelyet szintén hozzáadott a fiókjához.
no-mailbox-support-title = Forduljon hozzánk
no-mailbox-support-text = Kérni fogjuk, hogy igazolja a személyazonosságát.

no-link-or-code-found = Ez nem a teljes kód vagy link. Másolja ki újra az e-mailből.
code-incomplete = Ez nem a teljes kód. Másolja ki újra az e-mailből.
link-incomplete = Ez a link hiányos. Másolja ki az egészet az e-mailből.
link-of-other-service = Ez a link egy másik szolgáltatáshoz tartozik.
link-of-click-tracker = Ez a link egy kattintásszámláló szolgáltatáson át vezet. Nyissa meg az e-mailből, vagy másolja ki onnan a kódot.
code-wrong = Ez a kód nem jó. Vesse össze a legújabb e-maillel.
code-wrong-tries = { $tries ->
    [one] Ez a kód nem jó. Még { $tries } próbálkozása maradt.
   *[other] Ez a kód nem jó. Még { $tries } próbálkozása maradt.
  }
code-wrong-last-try = Ez a kód nem jó. Még 1 próbálkozása maradt. Ha az sem sikerül, használja a linket.
code-only-wrong-last-try = Ez a kód nem jó. Még 1 próbálkozása maradt. Ha az sem sikerül, kérje újra az e-mailt.
code-wrong-or-expired = Ez a kód nem jó, vagy lejárt. Használja a legújabb e-mailben lévőt, vagy kérje újra az e-mailt.
code-expired = Ez a kód lejárt. Nyissa meg a linket ugyanabból az e-mailből, vagy kérje újra az e-mailt.
code-used = Ezzel az e-maillel már beállítottak egy jelszót.
code-superseded = Van egy újabb e-mail. Az abban lévő kódot használja.
code-invalid = Ez a kód itt nem működik. Nyissa meg a linket az e-mailből, vagy kérje újra az e-mailt.
code-only-invalid = Ez a kód lejárt, vagy itt nem működik. Kérje újra az e-mailt.

## Choose a new password

reset-title = Adjon meg új jelszót
reset-checking = A link ellenőrzése…
reset-for = Fiók: { $email }
new-password = Új jelszó
confirm-password = Új jelszó még egyszer
second-factor = Kód a hitelesítő alkalmazásból
second-factor-hint = Ebbe a fiókba kétlépcsős azonosítással lehet bejelentkezni.
set-password = Jelszó módosítása
setting-password = Jelszó módosítása…
rule-length = Legalább { $min } karakter
rule-length-so-far = { $min } karakterből { $have } megvan
rule-length-refused = { $min } karakterből { $have } megvan. Írjon be még { $more } karaktert.
rule-leaks = Nem szerepel ismert adatszivárgásban
tip-words = Néhány össze nem függő szót könnyű megjegyezni.
tip-manager = Mentse el a jelszókezelőjébe.
minutes-left = A link még { $minutes } percig működik.
hours-left = A link még { $hours } óráig működik.
days-left = A link még { $days } napig működik.
expires-soon-title = A link { $minutes } perc múlva lejár
expires-soon-text = Amit beírt, itt marad.
renew = Új link kérése
renewed = Úton van az új link. Ha megnyitja, itt lesz minden, amit beírt.
caps-lock = A Caps Lock be van kapcsolva.

strength = A jelszó erőssége
strength-0 = Nagyon gyenge
strength-1 = Gyenge
strength-2 = Közepes
strength-3 = Jó
strength-4 = Erős
advice-common = Sokan használják ezt vagy valami nagyon hasonlót.
advice-keyboard = Az egymás melletti billentyűkkel kezdik a találgatást.
advice-repeat = Az ismétlés nem sokat számít.
advice-sequence = Az olyan sorozatokkal, mint az abc vagy a 6543, kezdik a találgatást.
advice-date = A dátumokat és az évszámokat könnyű kitalálni.
advice-word = Egyetlen szót könnyű kitalálni.
advice-name = A neveket könnyű kitalálni.
advice-substitution = Az „a” helyett írt @ nem sokat segít.
advice-more-words = Írjon még hozzá egy-két ritka szót.

breach-checking = Ismert adatszivárgások ellenőrzése…
breach-unknown = Nem tudtuk ellenőrizni az ismert adatszivárgásokat. Ettől még továbbléphet.

password-missing = Adjon meg egy új jelszót.
password-refused = A szolgáltatás nem fogadta el ezt a jelszót. Próbáljon meg egy hosszabbat.
passwords-differ = A két jelszó nem egyezik. Írja be újra a másodikat, vagy jelenítse meg az elsőt.
second-factor-wrong = A kód helytelen. Írja be az alkalmazásban most látható kódot; minden kód csak egyszer használható.
too-short = Használjon több karaktert.
too-short-min = Használjon legalább { $min } karaktert.
too-long = Használjon kevesebb karaktert.
too-long-max = Használjon legfeljebb { $max } karaktert.
too-many-bytes = Túl hosszú. Összesen { $max } hely van: az ékezet nélküli betűk és a számjegyek egyet-egyet foglalnak el, az ékezetes betűk, más írások jelei és az emojik kettőt–négyet.
password-characters = Használjon vegyesen kis- és nagybetűket, számjegyeket és különleges karaktereket (például ! vagy ?).
password-common = Túl könnyű kitalálni. Válasszon kevésbé gyakorit.
password-breached = Szerepel egy adatszivárgásban. Válasszon másikat.
password-personal = Hagyja ki belőle az e-mail-címe részleteit.
password-product-name = Hagyja ki belőle a szolgáltatás nevét.
password-same = Ez a jelenlegi jelszava. Válasszon egy újat.

## Done

done-title = Megváltozott a jelszava
done-for = Jelentkezzen be { $email } címmel és az új jelszavával.
sessions-ended = Az összes többi eszközön kijelentkeztettük { $time }-kor. Ott az új jelszavával jelentkezzen be.
sessions-kept = Lehet, hogy más eszközökön még be van jelentkezve. Ha valaki más is ismerte a régi jelszavát, jelentkezzen ki róluk a fiókja beállításaiban.
close-hint = Bezárhatja ezt az ablakot.

## A link that does not work

expired-title = Ez a link lejárt
expired-text = A fiókja védelmében a linkek csak rövid ideig működnek. Kérjen újat, és máris folytathatja.
invalid-or-expired-title = Ez a link nem működik
invalid-or-expired-text = Lejárt, már felhasználták, vagy hiányos. Másolja ki az egészet a legújabb e-mailből, vagy kérjen újat.
used-title = Ezt a linket már felhasználták
used-text = Új jelszót állítottak be vele. Ha nem Ön volt, kérjen most új linket, és adjon meg egy másik jelszót.
superseded-title = Van egy újabb e-mail
superseded-text = Csak a legújabb e-mail linkje működik. Azt nyissa meg, vagy kérjen újat.
other-device-title = A másik eszközén nyissa meg ezt a linket
other-device-text = Csak azon az eszközön működik, amelyen kérte. Nyissa meg ott, vagy kérjen új linket ehhez az eszközhöz.
damaged-title = Ez a link hiányos
damaged-text = Másolja ki az egészet az e-mailből az első karaktertől az utolsóig, vagy kérjen újat.
other-service-title = Ez a link nem ehhez az alkalmazáshoz való
other-service-text = Egy másik szolgáltatásra mutat, ezért semmit sem küldtünk el. Ha nem számított erre az e-mailre, törölje.
hosted-link-title = A szolgáltatás oldalán adjon meg jelszót
hosted-link-text = Ez az alkalmazás nem tudja használni a linket, így semmi sem változott. Nyissa meg az e-mailből a böngészőben, és ott adja meg az új jelszavát.
account-closed-title = Ez a fiók zárolva van
account-closed-text = A szolgáltatás zárolta, ezért a jelszava nem változott meg. A feloldásához forduljon az ügyfélszolgálathoz.
unsupported-factor-title = Az alkalmazás nem támogatja a második lépést
unsupported-factor-text = Ehhez a fiókhoz olyan kétlépcsős azonosítás van bekapcsolva, amelyet az alkalmazás nem támogat. A jelszava nem változott meg. Forduljon az ügyfélszolgálathoz.
hosted-failed-title = Nem változott meg a jelszava
hosted-failed-text = A böngészőben megnyitott oldalon nem sikerült új jelszót megadni. Kezdje újra, és nyissa meg ismét az oldalt.
return-unknown-title = Nem tudjuk, megváltozott-e a jelszava
return-unknown-text = Ez a link nem az alkalmazás által megnyitott oldalról származik. Próbálja ki az új jelszavát; ha nem működik, kezdje újra.
send-new-link = Új link küldése
ask-new-link = Új link kérése
other-device-ask = Link kérése ehhez az eszközhöz

## The service cannot be reached, or does not answer

offline = Nem érjük el a szolgáltatást. Ellenőrizze az internetkapcsolatot, majd próbálja újra.
offline-title = Nincs internetkapcsolat
offline-text = Folytatjuk, amint újra van kapcsolat. Semmi sem vész el, amit beírt.
waiting-for-connection = Várakozás a kapcsolatra…
wait-title = Túl sok próbálkozás
wait-text = A biztonsága érdekében várjon egy kicsit, mielőtt újra próbálkozik.
down-title = Nálunk van a hiba
down-text = Próbálja újra néhány perc múlva. Semmi sem vész el, amit beírt.
timed-out = A szolgáltatás túl sokáig nem válaszolt. Próbálja újra.
tls-error = Nem sikerült biztonságosan kapcsolódni. Nyilvános Wi-Fi esetén előbb jelentkezzen be a hálózatra. Nézze meg azt is, jó-e a dátum és az idő ezen az eszközön.
proxy-error = A hálózat proxykiszolgálója letiltotta a kapcsolatot a szolgáltatással. Kérdezze meg a hálózat üzemeltetőjét, vagy használjon másik hálózatot.
captcha-required = A szolgáltatás ellenőrzi, hogy Ön nem robot-e, de az alkalmazás ezt nem támogatja. Adjon meg új jelszót a szolgáltatás webhelyén.
rate-limited = Túl sok próbálkozás. Próbálja újra { $time } múlva.
rate-limited-no-time = Túl sok próbálkozás. Próbálja újra egy perc múlva.
not-configured = Ez az alkalmazás nem tudja, melyik szolgáltatásnál van fiókja. Kérdezze meg azt, akitől kapta.
unexpected-response = Nem a szolgáltatás válaszolt, hanem valami más. Nyilvános Wi-Fi esetén előbb jelentkezzen be a hálózatra, egyébként kérjen segítséget.
invalid-response = Az alkalmazás nem érti a szolgáltatás válaszát. Próbálja újra később, vagy kérjen segítséget.
invalid-response-details = Az alkalmazás nem érti a szolgáltatás válaszát. Próbálja újra később. Ha segítséget kér, olvassa fel ezt: { $answer }

## Shown once, above the screen

memory-only = Ne zárja be az alkalmazást, amíg nem végzett. Ez az eszköz nem tudja biztonságosan tárolni a kérését.
newer-link = Megnyílt egy újabb link. Most azt használjuk.
bad-link-ignored = Megnyílt egy másik link, de nem működik. Itt folytathatja.
clock-wrong = Ennek az eszköznek rosszul jár az órája, ezért az itteni időpontok pontatlanok lehetnek. Állítsa be a pontos dátumot és időt.
