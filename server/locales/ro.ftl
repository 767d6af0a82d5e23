# Translation of en.ftl.

language = Limbă:
support = Ai nevoie de ajutor?
help = Ajutor
privacy = Confidențialitate
terms = Termeni

reset-title = Alege o parolă nouă
open-app-lead = Dacă ai aplicația pe acest dispozitiv, continuă acolo.
open-app = Deschide aplicația
or-set-it-here = sau alege-o aici
get-app = Descarcă aplicația:
code-title = Introdu acest cod în aplicație
code-lead = Scrie-l acolo unde ai cerut resetarea.
link-label = Linkul din e‑mail
link-hint = Copiază linkul întreg din e‑mail și lipește-l aici.
new-password = Parolă nouă
policy = { $min ->
    [one] Cel puțin { $min } caracter.
    [few] Cel puțin { $min } caractere.
   *[other] Cel puțin { $min } de caractere.
  } Câteva cuvinte fără legătură între ele sunt ușor de ținut minte.
repeat-password = Repetă parola nouă
show-passwords = Afișează parola
second-factor = Codul din aplicația de autentificare
set-password = Schimbă parola

done-title = Parola a fost schimbată
done-signed-out = Toate celelalte dispozitive au fost deconectate. Conectează-te din nou pe ele cu parola nouă.
done-close = Poți închide pagina și te poți conecta.

error-summary-title = Corectează următoarele:
link-missing = Lipește linkul întreg din e‑mail.
password-missing = Introdu o parolă nouă.
passwords-differ = Parolele nu coincid. Scrie-le din nou pe amândouă.
password-too-short = { $min ->
    [one] Folosește cel puțin { $min } caracter.
    [few] Folosește cel puțin { $min } caractere.
   *[other] Folosește cel puțin { $min } de caractere.
  }
password-too-long = { $max ->
    [one] Folosește cel mult { $max } caracter.
    [few] Folosește cel mult { $max } caractere.
   *[other] Folosește cel mult { $max } de caractere.
  }
password-common = Prea ușor de ghicit. Alege ceva mai puțin obișnuit.
password-breached = Apare într-o scurgere de date. Alege alta.
password-personal = Nu folosi părți din adresa ta de e‑mail.
password-product-name = Nu folosi numele acestui serviciu.
password-same-as-before = Aceasta este parola ta actuală. Alege una nouă.
second-factor-required = Verificarea în doi pași este activată pentru acest cont. Introdu codul din aplicația de autentificare și, încă o dată, parola nouă.
second-factor-invalid = Codul nu este corect. Așteaptă următorul cod în aplicație, apoi introdu-l împreună cu parola nouă.
email-invalid = Scrie-o așa: nume@example.com.
wait-seconds = { $seconds ->
    [one] Prea multe încercări. Încearcă din nou peste { $seconds } secundă.
    [few] Prea multe încercări. Încearcă din nou peste { $seconds } secunde.
   *[other] Prea multe încercări. Încearcă din nou peste { $seconds } de secunde.
  }
wait-minutes = { $minutes ->
    [one] Prea multe încercări. Încearcă din nou peste { $minutes } minut.
    [few] Prea multe încercări. Încearcă din nou peste { $minutes } minute.
   *[other] Prea multe încercări. Încearcă din nou peste { $minutes } de minute.
  }
wait-hours = { $hours ->
    [one] Prea multe încercări. Încearcă din nou peste { $hours } oră.
    [few] Prea multe încercări. Încearcă din nou peste { $hours } ore.
   *[other] Prea multe încercări. Încearcă din nou peste { $hours } de ore.
  }
wait-days = { $days ->
    [one] Prea multe încercări. Încearcă din nou peste { $days } zi.
    [few] Prea multe încercări. Încearcă din nou peste { $days } zile.
   *[other] Prea multe încercări. Încearcă din nou peste { $days } de zile.
  }
malformed-request = Nu am putut citi ce s-a trimis. Încearcă din nou.
cross-site-request = Cererea a venit de pe alt site, așa că nu am făcut nimic. Dacă ai fost tu, încearcă din nou aici.
internal-error = A apărut o problemă din partea noastră. Încearcă din nou peste câteva minute.

expired-title = Linkul a expirat
expired-text = Linkurile funcționează puțin timp, ca să-ți protejeze contul. Cere unul nou și continui imediat.
used-title = Linkul a fost deja folosit
used-text = A fost folosit pentru a alege o parolă nouă. Dacă nu ai fost tu, cere acum un link nou și alege altă parolă.
superseded-title = Există un e‑mail mai nou
superseded-text = Funcționează doar linkul din cel mai nou e‑mail. Deschide-l pe acela sau cere altul.
other-device-title = Deschide linkul pe celălalt dispozitiv
other-device-text = Funcționează doar acolo unde l-ai cerut. Deschide-l acolo sau introdu codul din e‑mail în aplicația de pe acel dispozitiv.
invalid-link-title = Linkul nu este complet
invalid-link-text = Copiază-l în întregime din e‑mail, de la primul la ultimul caracter.

request-title = Ai uitat parola?
request-new-link = Cere un link pentru acest dispozitiv
request-lead = Introdu adresa de e‑mail și îți trimitem un link ca să alegi o parolă nouă.
request-in-app = Pentru siguranța ta, cere un link nou în aplicație.
email = Adresă de e‑mail
send = Trimite e‑mailul
requested-title = Verifică-ți e‑mailul
requested-text = Dacă există un cont pentru { $email }, vei primi un e‑mail cu un link.
requested-spam = N-a venit nimic după un minut? Verifică dosarul de spam și adresa de mai sus.

freeze-title = Vrei să blochezi contul?
freeze-lead = Dacă nu ți-ai schimbat tu parola, blochează contul. Nimeni nu se va putea conecta până când parola nu este resetată prin e‑mail.
freeze = Blochează contul
freeze-was-you = Dacă ai fost tu, poți închide pagina.
freeze-expired = Acest link nu mai poate bloca contul tău. Dacă altcineva ți-a schimbat parola, reseteaz-o acum.
freeze-superseded-title = Acest link nu mai blochează contul
freeze-superseded-text = Parola a fost schimbată din nou după acest e‑mail. Dacă nici atunci nu ai fost tu, folosește linkul din cel mai nou e‑mail despre o schimbare sau resetează parola acum.
frozen-title = Contul tău este blocat
frozen-lead = Nimeni nu se poate conecta până când nu alegi o parolă nouă. Mai sunt doi pași:
mailbox-step-title = Protejează-ți căsuța de e‑mail
mailbox-step-text = Schimbă-i parola. Cine a făcut asta ar putea să-ți citească e‑mailurile.
frozen-password-title = Alege aici o parolă nouă
unlocks-account = Așa se deblochează contul.

mail-reset-subject = Resetează-ți parola pentru { $product }
mail-reset-preheader = { $minutes ->
    [one] Ai { $minutes } minut ca să alegi alta.
    [few] Ai { $minutes } minute ca să alegi alta.
   *[other] Ai { $minutes } de minute ca să alegi alta.
  }
mail-reset-preheader-code = Cod: { $code }
mail-reset-lead = Alege o parolă nouă pentru contul tău { $product }.
mail-same-device = Deschide linkul pe dispozitivul pe care ai cerut acest e‑mail.
mail-button = Alege o parolă nouă
mail-link-valid = { $minutes ->
    [one] Linkul funcționează o singură dată, timp de { $minutes } minut.
    [few] Linkul funcționează o singură dată, timp de { $minutes } minute.
   *[other] Linkul funcționează o singură dată, timp de { $minutes } de minute.
  }
mail-link-copy = Nu merge butonul? Copiază acest link:
mail-code-title = Sau introdu acest cod în aplicație
mail-code-valid = { $minutes ->
    [one] Este valabil { $minutes } minut.
    [few] Este valabil { $minutes } minute.
   *[other] Este valabil { $minutes } de minute.
  } Nu-l spune nimănui; nu ți-l vom cere niciodată.
mail-requested = Solicitat
mail-changed = Schimbată
mail-device = Dispozitiv
mail-device-name = { $client } pe { $system }
mail-fact = { $label }: { $value }
mail-unrequested-title = Nu ai cerut tu acest e‑mail?
mail-unrequested-text = Nu trebuie să faci nimic. Parola rămâne aceeași și nimeni nu o poate schimba fără acest e‑mail.
mail-unrequested-again = Dacă mai primești astfel de e‑mailuri, anunță-ne:
mail-why-reset = Trimis la { $email } pentru că cineva a cerut resetarea parolei cu această adresă.
mail-why-changed = Trimis la { $email }, adresa contului tău.

notice-subject = Parola ta pentru { $product } a fost schimbată
notice-preheader = Dacă ai fost tu, totul e în regulă. Dacă nu, blochează contul.
notice-lead = Parola contului tău { $product } a fost schimbată.
notice-signed-out = Toate dispozitivele au fost deconectate.
notice-own-change = Dacă ai fost tu, totul e în regulă. Conectează-te din nou cu parola nouă.
notice-not-you-title = Nu ai fost tu?
notice-lock-title = Blochează contul
notice-link-valid = { $days ->
    [one] Nimeni nu se va putea conecta până când parola nu este resetată prin e‑mail. Linkul funcționează { $days } zi.
    [few] Nimeni nu se va putea conecta până când parola nu este resetată prin e‑mail. Linkul funcționează { $days } zile.
   *[other] Nimeni nu se va putea conecta până când parola nu este resetată prin e‑mail. Linkul funcționează { $days } de zile.
  }
notice-recovery-title = Alege o parolă nouă în { $product }
notice-support-title = Anunță-ne
