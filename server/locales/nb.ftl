# Translation of en.ftl.
language = Språk:
support = Trenger du hjelp?
help = Hjelp
privacy = Personvern
terms = Vilkår

reset-title = Velg et nytt passord
open-app-lead = Har du appen på denne enheten? Fortsett der.
open-app = Åpne appen
or-set-it-here = eller velg passord her
get-app = Last ned appen:
code-title = Skriv inn denne koden i appen
code-lead = Skriv den inn der du ba om tilbakestillingen.
link-label = Lenke fra e‑posten
link-hint = Kopier hele lenken fra e‑posten og lim den inn her.
new-password = Nytt passord
policy = { $min ->
    [one] Minst { $min } tegn.
   *[other] Minst { $min } tegn.
  } Noen ord uten sammenheng er lette å huske.
repeat-password = Gjenta nytt passord
show-passwords = Vis passord
second-factor = Kode fra autentiseringsappen
set-password = Endre passord

done-title = Passordet er endret
done-signed-out = Alle andre enheter ble logget ut. Logg inn der med det nye passordet.
done-close = Du kan lukke siden og logge inn.

error-summary-title = Rett opp følgende:
link-missing = Lim inn hele lenken fra e‑posten.
password-missing = Skriv inn et nytt passord.
passwords-differ = Passordene er ikke like. Skriv inn begge på nytt.
password-too-short = { $min ->
    [one] Bruk minst { $min } tegn.
   *[other] Bruk minst { $min } tegn.
  }
password-too-long = { $max ->
    [one] Bruk maks { $max } tegn.
   *[other] Bruk maks { $max } tegn.
  }
password-common = For lett å gjette. Velg noe mindre vanlig.
password-breached = Funnet i en datalekkasje. Velg et annet.
password-personal = Ikke ta med deler av e‑postadressen din.
password-product-name = Ikke ta med navnet på tjenesten.
password-same-as-before = Det er det nåværende passordet ditt. Velg et nytt.
second-factor-required = Totrinnsbekreftelse er på for denne kontoen. Skriv inn koden fra autentiseringsappen, og det nye passordet på nytt.
second-factor-invalid = Koden stemmer ikke. Vent på den neste i appen, og skriv den inn sammen med det nye passordet.
email-invalid = Skriv inn en adresse som navn@example.com.
wait-seconds = { $seconds ->
    [one] For mange forsøk. Prøv igjen om { $seconds } sekund.
   *[other] For mange forsøk. Prøv igjen om { $seconds } sekunder.
  }
wait-minutes = { $minutes ->
    [one] For mange forsøk. Prøv igjen om { $minutes } minutt.
   *[other] For mange forsøk. Prøv igjen om { $minutes } minutter.
  }
wait-hours = { $hours ->
    [one] For mange forsøk. Prøv igjen om { $hours } time.
   *[other] For mange forsøk. Prøv igjen om { $hours } timer.
  }
wait-days = { $days ->
    [one] For mange forsøk. Prøv igjen om { $days } dag.
   *[other] For mange forsøk. Prøv igjen om { $days } dager.
  }
malformed-request = Det klarte vi ikke å lese. Prøv igjen.
cross-site-request = Dette kom fra et annet nettsted, så vi har ikke gjort noe. Hvis det var deg, kan du prøve igjen her.
internal-error = Noe gikk galt hos oss. Prøv igjen om noen minutter.

expired-title = Lenken er utløpt
expired-text = For å beskytte kontoen din virker lenker bare en kort stund. Få en ny, så er du straks i gang igjen.
used-title = Lenken er allerede brukt
used-text = Den ble brukt til å velge et nytt passord. Hvis det ikke var deg, bør du be om en ny lenke nå og velge et annet passord.
superseded-title = Det finnes en nyere e‑post
superseded-text = Bare lenken i den nyeste e‑posten virker. Åpne den, eller be om en ny.
other-device-title = Åpne lenken på den andre enheten din
other-device-text = Den virker bare der du ba om den. Åpne den der, eller skriv inn koden fra e‑posten i appen på den enheten.
invalid-link-title = Lenken er ikke fullstendig
invalid-link-text = Kopier hele lenken fra e‑posten, fra første til siste tegn.

request-title = Glemt passordet?
request-new-link = Få en lenke til denne enheten
request-lead = Skriv inn e‑postadressen din. Vi sender deg en lenke, så du kan velge et nytt passord.
request-in-app = Av sikkerhetsgrunner må du be om en ny lenke i appen.
email = E‑postadresse
send = Be om tilbakestilling
requested-title = Sjekk e‑posten din
requested-text = Hvis det finnes en konto for { $email }, får du en e‑post med en lenke.
requested-spam = Ingenting etter et minutt? Sjekk søppelposten og adressen ovenfor.

freeze-title = Vil du låse kontoen din?
freeze-lead = Lås kontoen din hvis det ikke var du som endret passordet. Da kan ingen logge inn før et nytt passord er valgt via e‑post.
freeze = Lås kontoen
freeze-was-you = Hvis det var deg, kan du lukke siden.
freeze-expired = Lenken kan ikke låse kontoen din lenger. Hvis noen andre har endret passordet, bør du tilbakestille det nå.
freeze-superseded-title = Lenken låser ikke kontoen din lenger
freeze-superseded-text = Passordet ditt ble endret igjen etter denne e‑posten. Hvis det heller ikke var deg, bør du bruke lenken i den nyeste e‑posten om en endring eller tilbakestille passordet nå.
frozen-title = Kontoen din er låst
frozen-lead = Ingen kan logge inn før du velger et nytt passord. To trinn gjenstår:
mailbox-step-title = Sikre innboksen din
mailbox-step-text = Endre passordet til e‑posten din. Den som står bak, kunne lese e‑posten din.
frozen-password-title = Velg et nytt passord her
unlocks-account = Det låser opp kontoen din.

mail-reset-subject = Tilbakestill passordet ditt for { $product }
mail-reset-preheader = { $minutes ->
    [one] Velg et nytt innen { $minutes } minutt.
   *[other] Velg et nytt innen { $minutes } minutter.
  }
mail-reset-preheader-code = Kode: { $code }
mail-reset-lead = Velg et nytt passord for kontoen din hos { $product }.
mail-same-device = Åpne lenken på enheten der du ba om denne e‑posten.
mail-button = Velg et nytt passord
mail-link-valid = { $minutes ->
    [one] Lenken virker én gang og er gyldig i { $minutes } minutt.
   *[other] Lenken virker én gang og er gyldig i { $minutes } minutter.
  }
mail-link-copy = Virker ikke knappen? Kopier denne lenken:
mail-code-title = Eller skriv inn denne koden i appen
mail-code-valid = { $minutes ->
    [one] Den virker i { $minutes } minutt.
   *[other] Den virker i { $minutes } minutter.
  } Del den aldri med noen. Vi kommer aldri til å be om den.
mail-requested = Forespørsel
mail-changed = Endret
mail-device = Enhet
mail-device-name = { $client } på { $system }
mail-fact = { $label }: { $value }
mail-unrequested-title = Ba du ikke om dette?
mail-unrequested-text = Da trenger du ikke å gjøre noe. Passordet ditt forblir det samme, og ingen kan endre det uten denne e‑posten.
mail-unrequested-again = Hvis du fortsetter å få slike e‑poster, si fra til oss:
mail-why-reset = Sendt til { $email } fordi noen ba om å tilbakestille passordet for denne adressen.
mail-why-changed = Sendt til { $email }, adressen til kontoen din.

notice-subject = Passordet ditt for { $product } er endret
notice-preheader = Hvis det var deg, er alt i orden. Hvis ikke, bør du låse kontoen din.
notice-lead = Passordet for kontoen din hos { $product } er endret.
notice-signed-out = Alle enheter ble logget ut.
notice-own-change = Hvis det var deg, er alt i orden. Logg inn igjen med det nye passordet.
notice-not-you-title = Var det ikke deg?
notice-lock-title = Lås kontoen din
notice-link-valid = { $days ->
    [one] Da kan ingen logge inn før et nytt passord er valgt via e‑post. Lenken virker i { $days } dag.
   *[other] Da kan ingen logge inn før et nytt passord er valgt via e‑post. Lenken virker i { $days } dager.
  }
notice-recovery-title = Velg et nytt passord i { $product }
notice-support-title = Si fra til oss
