# See en.ftl for the context of each message.

## Everywhere

language = Språk
dismiss = Lukk
show-password = Vis passord
opening = Et øyeblikk …
try-again = Prøv igjen
cancel = Avbryt
or = eller
back = Tilbake
help = Hjelp
still-trying = Vi prøver fortsatt. Forbindelsen kan være treg.
privacy = Personvern
terms = Vilkår
page-open-failed = Vi klarte ikke å åpne en nettleser. Kopier denne adressen til en nettleser:
mail-open-failed = Vi klarte ikke å åpne en e-postapp. Kopier denne adressen til en e-postapp:
problems = Rett opp følgende:
try-again-in = Prøv igjen om { $time }
text-size = Tekststørrelse { $percent } %

## Forgot password

forgot-title = Glemt passordet?
forgot-lead = Skriv inn e-postadressen din. Vi sender deg en lenke, så du kan velge et nytt passord.
forgot-lead-code = Skriv inn e-postadressen din. Vi sender deg en kode, så du kan velge et nytt passord.
hosted-lead = Du velger et nytt passord på { $host }, som åpnes i nettleseren.
hosted-open = Fortsett i nettleseren
hosted-opened-title = Fortsett i nettleseren
hosted-opened-text = Vi har åpnet { $host } i nettleseren. Velg det nye passordet der, og logg deretter inn.
hosted-open-again = Åpne siden på nytt
email = E-postadresse
send = Be om tilbakestilling
sending = Sender …
did-you-mean = Mente du { $suggestion }?
back-to-email = Tilbake til e-posten
back-to-sign-in = Tilbake til innlogging

email-missing = Skriv inn e-postadressen din.
email-malformed = Skriv inn en adresse som navn@example.com.
email-refused = Tjenesten kan ikke bruke denne adressen. Sjekk om den er skrevet riktig.
code-too-early = Det er en kode, og koder virker bare der du ba om dem. Skriv inn e-postadressen din for å få en ny her.

## Check your email

check-title = Sjekk e-posten din
check-lead = Hvis det finnes en konto for { $email }, får du en e-post med en lenke.
check-lead-code = Hvis det finnes en konto for { $email }, får du en e-post med en kode.
check-lead-both = Hvis det finnes en konto for { $email }, får du en e-post med en lenke og en kode.
hosted-check = Lenken åpner en side hos tjenesten i nettleseren. Velg det nye passordet der.
link-lifetime = { $minutes ->
    [one] Åpne lenken innen { $minutes } minutt.
   *[other] Åpne lenken innen { $minutes } minutter.
  }
link-lifetime-hours = { $hours ->
    [one] Åpne lenken innen { $hours } time.
   *[other] Åpne lenken innen { $hours } timer.
  }
link-lifetime-days = { $days ->
    [one] Åpne lenken innen { $days } dag.
   *[other] Åpne lenken innen { $days } dager.
  }
check-spam = Ingenting etter et minutt? Sjekk søppelposten og adressen ovenfor.
check-spam-quota = Ingenting etter et minutt? Sjekk søppelposten og adressen ovenfor. Tjenesten begrenser antall e-poster: Kommer det ingenting, kan du prøve igjen om en time.
open-mail = Åpne e-postappen
mail-app-open-failed = Vi klarte ikke å åpne e-postappen. Åpne den selv.
open-webmail = Åpne { $name }
paste-label = Lim inn lenken fra e-posten
paste-hint = Bruk dette hvis lenken ikke åpner appen.
paste-or-code-hint = Hvis det er en kode i e-posten, kan du skrive inn koden i stedet.
code-label = Skriv inn koden eller lim inn lenken
code-only-label = Skriv inn koden fra e-posten
continue = Fortsett
checking = Sjekker …
resend = Send på nytt
resend-in = Send på nytt om { $time }
resent = Sendt på nytt. Bare den nyeste e-posten virker.
change-address = Bruk en annen adresse
no-mailbox = Kommer du ikke inn i denne innboksen?
no-mailbox-lead = For å holde uvedkommende ute sender vi e-post om tilbakestilling bare til adressen på kontoen. Du har fortsatt noen muligheter:
no-mailbox-provider-title = Kom inn i innboksen igjen
no-mailbox-provider-text = E-postleverandøren din kan hjelpe deg.
no-mailbox-other-title = Prøv en annen adresse
no-mailbox-other-text = Bruk en du også har lagt til i kontoen din.
no-mailbox-support-title = Kontakt brukerstøtte
no-mailbox-support-text = Vi kommer til å be deg om å bevise hvem du er.

no-link-or-code-found = Det er ikke hele koden eller lenken. Kopier fra e-posten på nytt.
code-incomplete = Det er ikke hele koden. Kopier den fra e-posten på nytt.
link-incomplete = Lenken er ikke fullstendig. Kopier hele lenken fra e-posten.
link-of-other-service = Lenken hører til en annen tjeneste.
link-of-click-tracker = Lenken går via en tjeneste som teller klikk. Åpne den fra e-posten, eller kopier koden derfra.
code-wrong = Koden stemmer ikke. Sammenlign den med koden i den nyeste e-posten.
code-wrong-tries = { $tries ->
    [one] Koden stemmer ikke. { $tries } forsøk igjen.
   *[other] Koden stemmer ikke. { $tries } forsøk igjen.
  }
code-wrong-last-try = Koden stemmer ikke. 1 forsøk igjen. Hvis det ikke går, kan du bruke lenken.
code-only-wrong-last-try = Koden stemmer ikke. 1 forsøk igjen. Hvis det ikke går, kan du sende e-posten på nytt.
code-wrong-or-expired = Koden stemmer ikke eller er utløpt. Bruk koden i den nyeste e-posten, eller send e-posten på nytt.
code-expired = Koden er utløpt. Åpne lenken i samme e-post, eller send e-posten på nytt.
code-used = Denne e-posten er allerede brukt til å velge et nytt passord.
code-superseded = Det finnes en nyere e-post. Bruk koden i den.
code-invalid = Koden virker ikke her. Åpne lenken i e-posten, eller send e-posten på nytt.
code-only-invalid = Koden er utløpt eller virker ikke her. Send e-posten på nytt.

## Choose a new password

reset-title = Velg et nytt passord
reset-checking = Sjekker lenken …
reset-for = For { $email }
new-password = Nytt passord
confirm-password = Gjenta nytt passord
second-factor = Kode fra autentiseringsappen
second-factor-hint = Totrinnsbekreftelse er på for denne kontoen.
set-password = Endre passord
setting-password = Endrer passord …
rule-length = { $min ->
    [one] Minst { $min } tegn
   *[other] Minst { $min } tegn
  }
rule-length-so-far = { $min ->
    [one] { $have } av { $min } tegn
   *[other] { $have } av { $min } tegn
  }
rule-length-refused = { $min ->
    [one] { $have } av { $min } tegn. Du mangler { $more }.
   *[other] { $have } av { $min } tegn. Du mangler { $more }.
  }
rule-leaks = Ikke i kjente datalekkasjer
tip-words = Noen ord uten sammenheng er lette å huske.
tip-manager = Lagre det i passordbehandleren din.
minutes-left = { $minutes ->
    [one] Lenken virker i { $minutes } minutt til.
   *[other] Lenken virker i { $minutes } minutter til.
  }
hours-left = { $hours ->
    [one] Lenken virker i { $hours } time til.
   *[other] Lenken virker i { $hours } timer til.
  }
days-left = { $days ->
    [one] Lenken virker i { $days } dag til.
   *[other] Lenken virker i { $days } dager til.
  }
expires-soon-title = { $minutes ->
    [one] Lenken utløper om { $minutes } minutt
   *[other] Lenken utløper om { $minutes } minutter
  }
expires-soon-text = Det du har skrevet, blir stående.
renew = Få en ny lenke
renewed = En ny lenke er på vei. Når du åpner den, står det du har skrevet, fortsatt her.
caps-lock = Caps Lock er på.

strength = Styrke
strength-0 = Veldig svakt
strength-1 = Svakt
strength-2 = Greit
strength-3 = Bra
strength-4 = Sterkt
advice-common = Mange bruker dette eller noe som ligner veldig.
advice-keyboard = Taster ved siden av hverandre gjettes først.
advice-repeat = Gjentakelser gjør ikke stor forskjell.
advice-sequence = Rekker som abc eller 6543 gjettes først.
advice-date = Datoer og årstall er lette å gjette.
advice-word = Ett enkelt ord er lett å gjette.
advice-name = Navn er lette å gjette.
advice-substitution = Å bytte ut a med @ hjelper ikke stort.
advice-more-words = Legg til enda et uvanlig ord eller to.

breach-checking = Sjekker kjente datalekkasjer …
breach-unknown = Vi kunne ikke sjekke kjente datalekkasjer. Du kan fortsette likevel.

password-missing = Skriv inn et nytt passord.
password-refused = Tjenesten godtok ikke passordet. Prøv et lengre.
passwords-differ = Passordene er ikke like. Skriv inn det andre på nytt, eller vis det første.
second-factor-wrong = Koden stemmer ikke. Skriv inn den appen viser nå. Hver kode virker bare én gang.
too-short = Bruk flere tegn.
too-short-min = { $min ->
    [one] Bruk minst { $min } tegn.
   *[other] Bruk minst { $min } tegn.
  }
too-long = Bruk færre tegn.
too-long-max = { $max ->
    [one] Bruk maks { $max } tegn.
   *[other] Bruk maks { $max } tegn.
  }
too-many-bytes = For langt. Det er plass til { $max } vanlige bokstaver og tall. Æ, ø, å, aksenter, andre skriftsystemer og emojier tar to til fire plasser hver.
password-characters = Bland små og store bokstaver, tall og tegn som ! eller ?.
password-common = For lett å gjette. Velg noe mindre vanlig.
password-breached = Funnet i en datalekkasje. Velg et annet.
password-personal = Ikke ta med deler av e-postadressen din.
password-product-name = Ikke ta med navnet på tjenesten.
password-same = Det er det nåværende passordet ditt. Velg et nytt.

## Done

done-title = Passordet er endret
done-for = Logg inn som { $email } med det nye passordet.
sessions-ended = Alle andre enheter ble logget ut kl. { $time }. Logg inn der med det nye passordet.
sessions-kept = Andre enheter kan fortsatt være logget inn. Hvis noen andre kjente til det gamle passordet ditt, bør du logge ut enhetene i kontoinnstillingene.
close-hint = Du kan lukke vinduet.

## A link that does not work

expired-title = Lenken er utløpt
expired-text = For å beskytte kontoen din virker lenker bare en kort stund. Få en ny, så er du straks i gang igjen.
invalid-or-expired-title = Lenken virker ikke
invalid-or-expired-text = Den er utløpt, allerede brukt eller ikke fullstendig. Kopier hele lenken fra den nyeste e-posten, eller be om en ny.
used-title = Lenken er allerede brukt
used-text = Den ble brukt til å velge et nytt passord. Hvis det ikke var deg, bør du be om en ny lenke nå og velge et annet passord.
superseded-title = Det finnes en nyere e-post
superseded-text = Bare lenken i den nyeste e-posten virker. Åpne den, eller be om en ny.
other-device-title = Åpne lenken på den andre enheten din
other-device-text = Den virker bare der du ba om den. Åpne den der, eller be om en ny lenke til denne enheten.
damaged-title = Lenken er ikke fullstendig
damaged-text = Kopier hele lenken fra e-posten, fra første til siste tegn, eller be om en ny.
other-service-title = Lenken hører ikke til denne appen
other-service-text = Den går til en annen tjeneste, så vi har ikke sendt noe. Slett e-posten hvis du ikke ventet den.
hosted-link-title = Velg passord på nettsiden til tjenesten
hosted-link-text = Appen kan ikke bruke lenken, så ingenting er endret. Åpne den fra e-posten i nettleseren, og velg det nye passordet der.
account-closed-title = Kontoen er sperret
account-closed-text = Tjenesten har sperret den, så passordet ble ikke endret. Kontakt brukerstøtte for å åpne kontoen igjen.
unsupported-factor-title = Appen støtter ikke totrinnsbekreftelsen din
unsupported-factor-text = Kontoen har en type totrinnsbekreftelse som appen ikke støtter. Passordet ble ikke endret. Kontakt brukerstøtte.
hosted-failed-title = Passordet ble ikke endret
hosted-failed-text = Det ble ikke valgt et nytt passord på siden i nettleseren. Begynn på nytt, og åpne siden en gang til.
return-unknown-title = Vi vet ikke om passordet ble endret
return-unknown-text = Lenken kommer ikke fra en side som appen har åpnet. Prøv det nye passordet. Hvis det ikke virker, må du begynne på nytt.
send-new-link = Send en ny lenke
ask-new-link = Få en ny lenke
other-device-ask = Få en lenke til denne enheten

## The service cannot be reached, or does not answer

offline = Vi får ikke kontakt med tjenesten. Sjekk forbindelsen og prøv igjen.
offline-title = Du er ikke på nett
offline-text = Vi fortsetter når du er på nett igjen. Det du har skrevet, går ikke tapt.
waiting-for-connection = Venter på forbindelse …
wait-title = For mange forsøk
wait-text = Av sikkerhetsgrunner må du vente litt før du prøver igjen.
down-title = Noe gikk galt hos oss
down-text = Prøv igjen om noen minutter. Det du har skrevet, går ikke tapt.
timed-out = Tjenesten brukte for lang tid på å svare. Prøv igjen.
tls-error = Vi fikk ikke til en sikker forbindelse. På åpne trådløse nett må du først logge inn på nettverket. Sjekk også dato og klokkeslett på enheten.
proxy-error = Proxyen i nettverket blokkerte forbindelsen til tjenesten. Spør den som drifter nettverket, eller bruk et annet nettverk.
captcha-required = Tjenesten sjekker at du ikke er en robot, men appen støtter ikke sjekken. Velg et nytt passord på nettstedet til tjenesten.
rate-limited = For mange forsøk. Prøv igjen om { $time }.
rate-limited-no-time = For mange forsøk. Prøv igjen om et minutt.
not-configured = Appen vet ikke hvilken tjeneste kontoen din hører til. Spør den du fikk appen av.
unexpected-response = Noe annet enn tjenesten svarte. På åpne trådløse nett må du først logge inn på nettverket. Ellers kan du be om hjelp.
invalid-response = Appen forstår ikke svaret fra tjenesten. Prøv igjen senere, eller be om hjelp.
invalid-response-details = Appen forstår ikke svaret fra tjenesten. Prøv igjen senere. Hvis du ber om hjelp, les opp dette: { $answer }

## Shown once, above the screen

memory-only = La appen være åpen til du er ferdig. Enheten kan ikke lagre forespørselen din sikkert.
newer-link = En nyere lenke ble åpnet. Vi bruker den nå.
bad-link-ignored = En annen lenke ble åpnet, men den virker ikke. Du kan fortsette her.
clock-wrong = Klokken på enheten går feil, så tidene her stemmer kanskje ikke. Still inn riktig dato og klokkeslett.
