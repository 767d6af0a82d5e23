# Translation of en.ftl.
language = Taal:
support = Hulp nodig?
help = Help
privacy = Privacy
terms = Voorwaarden

reset-title = Kies een nieuw wachtwoord
open-app-lead = Heb je de app op dit apparaat? Ga dan daar verder.
open-app = App openen
or-set-it-here = of stel het hier in
get-app = Download de app:
code-title = Vul deze code in de app in
code-lead = Vul de code in waar je het herstel hebt aangevraagd.
link-label = Link uit de e‑mail
link-hint = Kopieer de hele link uit de e‑mail en plak hem hier.
new-password = Nieuw wachtwoord
policy = { $min ->
    [one] Minstens { $min } teken.
   *[other] Minstens { $min } tekens.
  } Een paar willekeurige woorden onthoud je makkelijk.
repeat-password = Herhaal nieuw wachtwoord
show-passwords = Wachtwoord tonen
second-factor = Code uit je authenticator-app
set-password = Wachtwoord wijzigen

done-title = Wachtwoord gewijzigd
done-signed-out = Alle andere apparaten zijn uitgelogd. Log daar in met je nieuwe wachtwoord.
done-close = Je kunt deze pagina sluiten en inloggen.

error-summary-title = Pas het volgende aan:
link-missing = Plak de hele link uit de e‑mail.
password-missing = Vul een nieuw wachtwoord in.
passwords-differ = De wachtwoorden komen niet overeen. Vul ze allebei opnieuw in.
password-too-short = { $min ->
    [one] Gebruik minstens { $min } teken.
   *[other] Gebruik minstens { $min } tekens.
  }
password-too-long = { $max ->
    [one] Gebruik hoogstens { $max } teken.
   *[other] Gebruik hoogstens { $max } tekens.
  }
password-common = Te makkelijk te raden. Kies iets minder voor de hand liggends.
password-breached = Gevonden in een datalek. Kies een ander wachtwoord.
password-personal = Laat delen van je e‑mailadres weg.
password-product-name = Laat de naam van deze dienst weg.
password-same-as-before = Dat is je huidige wachtwoord. Kies een nieuw wachtwoord.
second-factor-required = Voor dit account staat inloggen in twee stappen aan. Vul de code uit je authenticator-app in, en nog een keer je nieuwe wachtwoord.
second-factor-invalid = Deze code klopt niet. Wacht in je app op de volgende en vul die in met je nieuwe wachtwoord.
email-invalid = Vul een adres in zoals naam@example.com.
wait-seconds = { $seconds ->
    [one] Te veel pogingen. Probeer het over { $seconds } seconde opnieuw.
   *[other] Te veel pogingen. Probeer het over { $seconds } seconden opnieuw.
  }
wait-minutes = { $minutes ->
    [one] Te veel pogingen. Probeer het over { $minutes } minuut opnieuw.
   *[other] Te veel pogingen. Probeer het over { $minutes } minuten opnieuw.
  }
wait-hours = { $hours ->
    [one] Te veel pogingen. Probeer het over { $hours } uur opnieuw.
   *[other] Te veel pogingen. Probeer het over { $hours } uur opnieuw.
  }
wait-days = { $days ->
    [one] Te veel pogingen. Probeer het over { $days } dag opnieuw.
   *[other] Te veel pogingen. Probeer het over { $days } dagen opnieuw.
  }
malformed-request = We konden dat niet lezen. Probeer het opnieuw.
cross-site-request = Dit kwam van een andere website, dus we hebben niets gedaan. Was jij het? Probeer het dan hier opnieuw.
internal-error = Er ging bij ons iets mis. Probeer het over een paar minuten opnieuw.

expired-title = Deze link is verlopen
expired-text = Voor de veiligheid van je account werken links maar kort. Vraag een nieuwe aan en je kunt zo weer verder.
used-title = Deze link is al gebruikt
used-text = Er is een nieuw wachtwoord mee ingesteld. Was jij dat niet? Vraag dan nu een nieuwe link aan en kies een ander wachtwoord.
superseded-title = Er is een nieuwere e‑mail
superseded-text = Alleen de link in je nieuwste e‑mail werkt. Open die, of vraag een nieuwe aan.
other-device-title = Open deze link op je andere apparaat
other-device-text = Hij werkt alleen waar je hem hebt aangevraagd. Open hem daar, of vul daar in de app de code uit de e‑mail in.
invalid-link-title = Deze link is niet compleet
invalid-link-text = Kopieer hem helemaal uit de e‑mail, van het eerste tot het laatste teken.

request-title = Wachtwoord vergeten?
request-new-link = Link voor dit apparaat aanvragen
request-lead = Vul je e‑mailadres in. We sturen je een link om een nieuw wachtwoord te kiezen.
request-in-app = Vraag voor je veiligheid een nieuwe link aan in de app.
email = E‑mailadres
send = Herstelmail sturen
requested-title = Check je e‑mail
requested-text = Als er een account voor { $email } bestaat, krijg je een e‑mail met een link.
requested-spam = Na een minuut nog niets? Kijk in je spammap en controleer het adres hierboven.

freeze-title = Account vergrendelen?
freeze-lead = Heb jij je wachtwoord niet gewijzigd? Vergrendel dan je account. Niemand kan dan inloggen tot er via e‑mail een nieuw wachtwoord is ingesteld.
freeze = Account vergrendelen
freeze-was-you = Was jij het wel? Dan kun je deze pagina sluiten.
freeze-expired = Deze link kan je account niet meer vergrendelen. Heeft iemand anders je wachtwoord gewijzigd? Herstel het dan nu.
freeze-superseded-title = Deze link vergrendelt je account niet meer
freeze-superseded-text = Na deze e‑mail is je wachtwoord nog een keer ingesteld. Was jij dat ook niet? Gebruik dan de link in de nieuwste e‑mail over een wijziging, of herstel je wachtwoord nu.
frozen-title = Je account is vergrendeld
frozen-lead = Niemand kan inloggen tot je een nieuw wachtwoord kiest. Nog twee stappen:
mailbox-step-title = Beveilig je mailbox
mailbox-step-text = Wijzig het wachtwoord van je mailbox. Wie hierachter zit, kon je e‑mail lezen.
frozen-password-title = Kies hier een nieuw wachtwoord
unlocks-account = Daarmee ontgrendel je je account.

mail-reset-subject = Herstel je wachtwoord voor { $product }
mail-reset-preheader = { $minutes ->
    [one] Kies binnen { $minutes } minuut een nieuw wachtwoord.
   *[other] Kies binnen { $minutes } minuten een nieuw wachtwoord.
  }
mail-reset-preheader-code = Code: { $code }
mail-reset-lead = Kies een nieuw wachtwoord voor je account bij { $product }.
mail-same-device = Open de link op het apparaat waarop je deze e‑mail hebt aangevraagd.
mail-button = Kies een nieuw wachtwoord
mail-link-valid = { $minutes ->
    [one] De link werkt één keer en is { $minutes } minuut geldig.
   *[other] De link werkt één keer en is { $minutes } minuten geldig.
  }
mail-link-copy = Werkt de knop niet? Kopieer deze link:
mail-code-title = Of vul deze code in de app in
mail-code-valid = { $minutes ->
    [one] De code werkt { $minutes } minuut.
   *[other] De code werkt { $minutes } minuten.
  } Deel hem met niemand; wij vragen er nooit om.
mail-requested = Aangevraagd
mail-changed = Gewijzigd
mail-device = Apparaat
mail-device-name = { $client } op { $system }
mail-fact = { $label }: { $value }
mail-unrequested-title = Niet door jou aangevraagd?
mail-unrequested-text = Dan hoef je niets te doen. Je wachtwoord blijft hetzelfde en zonder deze e‑mail kan niemand het wijzigen.
mail-unrequested-again = Blijf je zulke e‑mails krijgen? Laat het ons weten:
mail-why-reset = Verstuurd naar { $email } omdat iemand het wachtwoord voor dit adres wil herstellen.
mail-why-changed = Verstuurd naar { $email }, het adres van je account.

notice-subject = Je wachtwoord voor { $product } is gewijzigd
notice-preheader = Was jij dit? Dan is alles in orde. Zo niet, vergrendel dan je account.
notice-lead = Het wachtwoord van je account bij { $product } is gewijzigd.
notice-signed-out = Alle apparaten zijn uitgelogd.
notice-own-change = Was jij dit? Dan is alles in orde. Log opnieuw in met je nieuwe wachtwoord.
notice-not-you-title = Was jij dit niet?
notice-lock-title = Vergrendel je account
notice-link-valid = { $days ->
    [one] Niemand kan dan inloggen tot er via e‑mail een nieuw wachtwoord is ingesteld. Deze link werkt { $days } dag.
   *[other] Niemand kan dan inloggen tot er via e‑mail een nieuw wachtwoord is ingesteld. Deze link werkt { $days } dagen.
  }
notice-recovery-title = Kies een nieuw wachtwoord in { $product }
notice-support-title = Laat het ons weten
