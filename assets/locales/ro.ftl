# See en.ftl for the context of each message.

## Everywhere

language = Limbă
dismiss = Închide
show-password = Afișează parola
opening = Un moment…
try-again = Încearcă din nou
cancel = Anulează
or = sau
back = Înapoi
help = Ajutor
still-trying = Încă încercăm. S-ar putea să ai o conexiune lentă.
privacy = Confidențialitate
terms = Termeni
page-open-failed = Nu am putut deschide un browser. Copiază adresa aceasta în browserul tău:
mail-open-failed = Nu am putut deschide o aplicație de e‑mail. Copiază adresa aceasta în aplicația ta:
problems = Corectează următoarele:
try-again-in = Încearcă din nou peste { $time }
text-size = Dimensiunea textului: { $percent } %

## Forgot password

forgot-title = Ai uitat parola?
forgot-lead = Introdu adresa de e‑mail și îți trimitem un link ca să alegi o parolă nouă.
forgot-lead-code = Introdu adresa de e‑mail și îți trimitem un cod ca să alegi o parolă nouă.
hosted-lead = Vei alege parola nouă pe { $host }, care se deschide în browser.
hosted-open = Continuă în browser
hosted-opened-title = Continuă în browser
hosted-opened-text = Am deschis { $host } în browser. Alege acolo parola nouă, apoi conectează-te.
hosted-open-again = Deschide din nou pagina
email = Adresă de e‑mail
send = Trimite e‑mailul
sending = Se trimite…
did-you-mean = Ai vrut să scrii { $suggestion }?
back-to-email = Înapoi la e‑mail
back-to-sign-in = Înapoi la conectare

email-missing = Introdu adresa de e‑mail.
email-malformed = Scrie-o așa: nume@example.com.
email-refused = Acest serviciu nu acceptă adresa aceasta. Verifică dacă e scrisă corect.
code-too-early = Acesta e un cod și funcționează doar acolo unde l-ai cerut. Introdu adresa de e‑mail ca să primești altul aici.

## Check your email

check-title = Verifică-ți e‑mailul
check-lead = Dacă există un cont pentru { $email }, vei primi un e‑mail cu un link.
check-lead-code = Dacă există un cont pentru { $email }, vei primi un e‑mail cu un cod.
check-lead-both = Dacă există un cont pentru { $email }, vei primi un e‑mail cu un link și un cod.
hosted-check = Linkul deschide o pagină a acestui serviciu în browser. Alege acolo parola nouă.
link-lifetime = { $minutes ->
    [one] Ai { $minutes } minut ca să deschizi linkul.
    [few] Ai { $minutes } minute ca să deschizi linkul.
   *[other] Ai { $minutes } de minute ca să deschizi linkul.
  }
link-lifetime-hours = { $hours ->
    [one] Ai { $hours } oră ca să deschizi linkul.
    [few] Ai { $hours } ore ca să deschizi linkul.
   *[other] Ai { $hours } de ore ca să deschizi linkul.
  }
link-lifetime-days = { $days ->
    [one] Ai { $days } zi ca să deschizi linkul.
    [few] Ai { $days } zile ca să deschizi linkul.
   *[other] Ai { $days } de zile ca să deschizi linkul.
  }
check-spam = N-a venit nimic după un minut? Verifică dosarul de spam și adresa de mai sus.
check-spam-quota = N-a venit nimic după un minut? Verifică dosarul de spam și adresa de mai sus. Serviciul trimite un număr limitat de e‑mailuri: dacă nu vine nimic, încearcă din nou peste o oră.
open-mail = Deschide e‑mailul
mail-app-open-failed = Nu am putut deschide aplicația de e‑mail. Deschide-o tu.
open-webmail = Deschide { $name }
paste-label = Lipește linkul din e‑mail
paste-hint = În caz că linkul nu deschide aplicația.
paste-or-code-hint = Dacă e‑mailul conține un cod, îl poți introduce aici în locul linkului.
code-label = Introdu codul sau lipește linkul
code-only-label = Introdu codul din e‑mail
continue = Continuă
checking = Se verifică…
resend = Retrimite e‑mailul
resend-in = Retrimite peste { $time }
resent = L-am trimis din nou. Funcționează doar cel mai nou e‑mail.
change-address = Folosește altă adresă
no-mailbox = Nu ai acces la căsuța de e‑mail?
no-mailbox-lead = Ca să nu intre nimeni altcineva, trimitem e‑mailurile de resetare doar la adresa contului. Mai ai câteva variante:
no-mailbox-provider-title = Recuperează căsuța de e‑mail
no-mailbox-provider-text = Furnizorul tău de e‑mail te poate ajuta.
no-mailbox-other-title = Încearcă altă adresă
no-mailbox-other-text = Folosește alta pe care ai adăugat-o în contul tău.
no-mailbox-support-title = Contactează asistența
no-mailbox-support-text = Îți vom cere să dovedești cine ești.

no-link-or-code-found = Codul sau linkul nu este complet. Copiază-l din nou din e‑mail.
code-incomplete = Codul nu este complet. Copiază-l din nou din e‑mail.
link-incomplete = Linkul nu este complet. Copiază-l în întregime din e‑mail.
link-of-other-service = Acest link este pentru alt serviciu.
link-of-click-tracker = Linkul trece printr-un serviciu care numără clicurile. Deschide-l din e‑mail sau copiază codul de acolo.
code-wrong = Codul nu este corect. Compară-l cu cel din cel mai nou e‑mail.
code-wrong-tries = { $tries ->
    [one] Codul nu este corect. Mai ai { $tries } încercare.
    [few] Codul nu este corect. Mai ai { $tries } încercări.
   *[other] Codul nu este corect. Mai ai { $tries } de încercări.
  }
code-wrong-last-try = Codul nu este corect. Mai ai 1 încercare; după aceea, folosește linkul.
code-only-wrong-last-try = Codul nu este corect. Mai ai 1 încercare; după aceea, cere alt e‑mail.
code-wrong-or-expired = Codul nu este corect sau a expirat. Folosește cel mai nou e‑mail sau cere altul.
code-expired = Codul a expirat. Deschide linkul din același e‑mail sau cere alt e‑mail.
code-used = Acest e‑mail a fost deja folosit pentru a alege o parolă.
code-superseded = Există un e‑mail mai nou. Folosește codul din acela.
code-invalid = Codul nu funcționează aici. Deschide linkul din e‑mail sau cere alt e‑mail.
code-only-invalid = Codul a expirat sau nu funcționează aici. Cere alt e‑mail.

## Choose a new password

reset-title = Alege o parolă nouă
reset-checking = Se verifică linkul…
reset-for = Pentru { $email }
new-password = Parolă nouă
confirm-password = Repetă parola nouă
second-factor = Codul din aplicația de autentificare
second-factor-hint = Verificarea în doi pași este activată pentru acest cont.
set-password = Schimbă parola
setting-password = Se schimbă parola…
rule-length = { $min ->
    [one] Cel puțin { $min } caracter
    [few] Cel puțin { $min } caractere
   *[other] Cel puțin { $min } de caractere
  }
rule-length-so-far = { $min ->
    [one] { $have } din { $min } caracter
    [few] { $have } din { $min } caractere
   *[other] { $have } din { $min } de caractere
  }
rule-length-refused = { $min ->
    [one] { $have } din { $min } caracter. Mai adaugă { $more }.
    [few] { $have } din { $min } caractere. Mai adaugă { $more }.
   *[other] { $have } din { $min } de caractere. Mai adaugă { $more }.
  }
rule-leaks = Nu apare în scurgeri de date cunoscute
tip-words = Câteva cuvinte fără legătură între ele sunt ușor de ținut minte.
tip-manager = Salveaz-o în managerul de parole.
minutes-left = { $minutes ->
    [one] Linkul mai funcționează { $minutes } minut.
    [few] Linkul mai funcționează { $minutes } minute.
   *[other] Linkul mai funcționează { $minutes } de minute.
  }
hours-left = { $hours ->
    [one] Linkul mai funcționează { $hours } oră.
    [few] Linkul mai funcționează { $hours } ore.
   *[other] Linkul mai funcționează { $hours } de ore.
  }
days-left = { $days ->
    [one] Linkul mai funcționează { $days } zi.
    [few] Linkul mai funcționează { $days } zile.
   *[other] Linkul mai funcționează { $days } de zile.
  }
expires-soon-title = { $minutes ->
    [one] Linkul expiră peste { $minutes } minut
    [few] Linkul expiră peste { $minutes } minute
   *[other] Linkul expiră peste { $minutes } de minute
  }
expires-soon-text = Ce ai scris rămâne aici.
renew = Cere un link nou
renewed = Un link nou e pe drum. Deschide-l: ce ai scris va fi tot aici.
caps-lock = Caps Lock este activat.

strength = Nivel de siguranță
strength-0 = Foarte slabă
strength-1 = Slabă
strength-2 = Acceptabilă
strength-3 = Bună
strength-4 = Puternică
advice-common = Mulți oameni folosesc parola aceasta sau una foarte asemănătoare.
advice-keyboard = Tastele alăturate se încearcă primele.
advice-repeat = Repetițiile nu ajută prea mult.
advice-sequence = Șirurile ca abc sau 6543 se încearcă primele.
advice-date = Datele calendaristice și anii sunt ușor de ghicit.
advice-word = Un singur cuvânt este ușor de ghicit.
advice-name = Numele sunt ușor de ghicit.
advice-substitution = Să scrii @ în loc de a nu ajută prea mult.
advice-more-words = Adaugă încă unul sau două cuvinte mai rare.

breach-checking = Se verifică scurgerile de date…
breach-unknown = Nu am putut verifica scurgerile de date cunoscute. Poți continua.

password-missing = Introdu o parolă nouă.
password-refused = Serviciul nu a acceptat parola. Încearcă una mai lungă.
passwords-differ = Parolele nu coincid. Scrie-o din nou pe a doua sau afișeaz-o pe prima.
second-factor-wrong = Codul nu este corect. Introdu codul afișat acum de aplicație; fiecare cod funcționează o singură dată.
too-short = Folosește mai multe caractere.
too-short-min = { $min ->
    [one] Folosește cel puțin { $min } caracter.
    [few] Folosește cel puțin { $min } caractere.
   *[other] Folosește cel puțin { $min } de caractere.
  }
too-long = Folosește mai puține caractere.
too-long-max = { $max ->
    [one] Folosește cel mult { $max } caracter.
    [few] Folosește cel mult { $max } caractere.
   *[other] Folosește cel mult { $max } de caractere.
  }
too-many-bytes = { $max ->
    [one] Prea lungă. Încape { $max } cifră sau literă fără diacritice; literele cu diacritice, alte alfabete și emoji ocupă între două și patru locuri fiecare.
    [few] Prea lungă. Încap { $max } cifre și litere fără diacritice; literele cu diacritice, alte alfabete și emoji ocupă între două și patru locuri fiecare.
   *[other] Prea lungă. Încap { $max } de cifre și litere fără diacritice; literele cu diacritice, alte alfabete și emoji ocupă între două și patru locuri fiecare.
  }
password-characters = Combină litere mici și mari, cifre și simboluri precum ! sau ?.
password-common = Prea ușor de ghicit. Alege ceva mai puțin obișnuit.
password-breached = Apare într-o scurgere de date. Alege alta.
password-personal = Nu folosi părți din adresa ta de e‑mail.
password-product-name = Nu folosi numele acestui serviciu.
password-same = Aceasta este parola ta actuală. Alege una nouă.

## Done

done-title = Parola a fost schimbată
done-for = Conectează-te ca { $email } cu parola nouă.
sessions-ended = Toate celelalte dispozitive au fost deconectate la ora { $time }. Conectează-te din nou pe ele cu parola nouă.
sessions-kept = Este posibil ca alte dispozitive să fie încă conectate. Dacă altcineva îți știa parola veche, deconectează-le din setările contului.
close-hint = Poți închide această fereastră.

## A link that does not work

expired-title = Linkul a expirat
expired-text = Linkurile funcționează puțin timp, ca să-ți protejeze contul. Cere unul nou și continui imediat.
invalid-or-expired-title = Linkul nu funcționează
invalid-or-expired-text = A expirat, a fost deja folosit sau este incomplet. Copiază-l în întregime din cel mai nou e‑mail sau cere unul nou.
used-title = Linkul a fost deja folosit
used-text = A fost folosit pentru a alege o parolă nouă. Dacă nu ai fost tu, cere acum un link nou și alege altă parolă.
superseded-title = Există un e‑mail mai nou
superseded-text = Funcționează doar linkul din cel mai nou e‑mail. Deschide-l pe acela sau cere altul.
other-device-title = Deschide linkul pe celălalt dispozitiv
other-device-text = Funcționează doar acolo unde l-ai cerut. Deschide-l acolo sau cere un link nou pentru acest dispozitiv.
damaged-title = Linkul nu este complet
damaged-text = Copiază-l în întregime din e‑mail, de la primul la ultimul caracter, sau cere unul nou.
other-service-title = Linkul nu este pentru această aplicație
other-service-text = Duce la alt serviciu, așa că nu am trimis nimic. Dacă nu așteptai e‑mailul, șterge-l.
hosted-link-title = Alege parola pe pagina serviciului
hosted-link-text = Această aplicație nu poate folosi linkul, așa că nu s-a schimbat nimic. Deschide-l din e‑mail în browser și alege acolo parola nouă.
account-closed-title = Acest cont este blocat
account-closed-text = Serviciul l-a blocat, așa că parola nu a fost schimbată. Contactează asistența pentru deblocare.
unsupported-factor-title = Aplicația nu acceptă metoda ta de verificare
unsupported-factor-text = Verificarea în doi pași este activată pentru acest cont cu o metodă pe care aplicația nu o acceptă. Parola nu a fost schimbată. Contactează asistența.
hosted-failed-title = Parola nu a fost schimbată
hosted-failed-text = Pe pagina din browser nu a fost setată o parolă nouă. Ia-o de la capăt și deschide din nou pagina.
return-unknown-title = Nu știm dacă parola a fost schimbată
return-unknown-text = Linkul nu vine de la o pagină deschisă de această aplicație. Încearcă parola nouă; dacă nu funcționează, ia-o de la capăt.
send-new-link = Trimite un link nou
ask-new-link = Cere un link nou
other-device-ask = Cere un link pentru acest dispozitiv

## The service cannot be reached, or does not answer

offline = Nu putem ajunge la serviciu. Verifică-ți conexiunea, apoi încearcă din nou.
offline-title = Ești offline
offline-text = Continuăm când revii online. Nu se pierde nimic din ce ai scris.
waiting-for-connection = Se așteaptă conexiunea…
wait-title = Prea multe încercări
wait-text = Pentru siguranța ta, așteaptă puțin înainte să încerci din nou.
down-title = A apărut o problemă din partea noastră
down-text = Încearcă din nou peste câteva minute. Nu se pierde nimic din ce ai scris.
timed-out = Serviciul nu a răspuns la timp. Încearcă din nou.
tls-error = Nu am putut stabili o conexiune sigură. Pe un Wi-Fi public, treci mai întâi prin pagina de conectare a rețelei. Verifică și data și ora acestui dispozitiv.
proxy-error = Serverul proxy al rețelei a blocat conexiunea la serviciu. Întreabă administratorul rețelei sau folosește alta.
captcha-required = Serviciul se asigură că nu ești robot, iar în această aplicație nu se poate face verificarea. Alege o parolă nouă pe site-ul serviciului.
rate-limited = Prea multe încercări. Încearcă din nou peste { $time }.
rate-limited-no-time = Prea multe încercări. Încearcă din nou peste un minut.
not-configured = Această aplicație nu știe de ce serviciu ține contul tău. Întreabă persoana de la care o ai.
unexpected-response = Răspunsul nu vine de la serviciu. Pe un Wi-Fi public, treci mai întâi prin pagina de conectare a rețelei; altfel, cere ajutor.
invalid-response = Această aplicație nu înțelege răspunsul serviciului. Încearcă mai târziu sau cere ajutor.
invalid-response-details = Această aplicație nu înțelege răspunsul serviciului. Încearcă mai târziu. Dacă ceri ajutor, comunică următoarele: { $answer }

## Shown once, above the screen

memory-only = Ține aplicația deschisă până termini. Acest dispozitiv nu poate păstra cererea ta în siguranță.
newer-link = S-a deschis un link mai nou. Îl folosim pe acela.
bad-link-ignored = S-a deschis alt link, dar nu funcționează. Poți continua aici.
clock-wrong = Ceasul acestui dispozitiv nu este setat corect, așa că orele de aici pot fi greșite. Setează data și ora.
