# Translation of en.ftl.
language = Taal:
support = Kom je er niet uit? Hulp vind je hier:
help = Help
privacy = Privacy
terms = Voorwaarden

reset-title = Kies een nieuw wachtwoord
open-app-lead = Staat de app op dit apparaat, ga dan daar verder.
open-app = App openen
or-set-it-here = of stel het hier in
get-app = Download de app:
code-title = Je code
code-lead = Typ de code waar je de e‑mail hebt aangevraagd.
link-label = Link uit de e‑mail
link-hint = Kopieer de hele link uit de e‑mail en plak hem hier.
new-password = Nieuw wachtwoord
policy = { $min ->
    [one] Minstens { $min } teken.
   *[other] Minstens { $min } tekens.
  } Een paar woorden die alleen jij zou combineren, onthoud je makkelijk.
repeat-password = Herhaal het nieuwe wachtwoord
show-passwords = Toon wat ik typ
second-factor = Code uit je authenticatie-app
set-password = Nieuw wachtwoord instellen

done-title = Je wachtwoord is gewijzigd
done-signed-out = Alle andere apparaten zijn uitgelogd. Log daar weer in met het nieuwe wachtwoord.
done-close = Je kunt deze pagina sluiten en inloggen.

error-summary-title = Er klopt nog iets niet
link-missing = Plak de hele link uit de e‑mail.
password-missing = Typ een nieuw wachtwoord.
passwords-differ = De twee wachtwoorden zijn verschillend. Typ ze allebei opnieuw.
password-too-short = { $min ->
    [one] Te kort: gebruik minstens { $min } teken.
   *[other] Te kort: gebruik minstens { $min } tekens.
  }
password-too-long = { $max ->
    [one] Te lang: gebruik hoogstens { $max } teken.
   *[other] Te lang: gebruik hoogstens { $max } tekens.
  }
password-common = Te makkelijk te raden: veel mensen gebruiken zoiets.
password-breached = Het staat in een lijst met gestolen wachtwoorden: kies een ander.
password-personal = Er staat een deel van je e‑mailadres in: laat dat weg.
password-product-name = De naam van deze dienst staat erin: laat die weg.
password-same-as-before = Dit is je huidige wachtwoord: kies een nieuw wachtwoord.
second-factor-required = Dit account is ook beveiligd met een authenticatie-app. Typ de code daaruit, en het nieuwe wachtwoord nog een keer.
second-factor-invalid = Dit is niet de code die nu geldt. Wacht op de volgende in je authenticatie-app, en typ ook het nieuwe wachtwoord nog een keer.
email-invalid = Dit lijkt geen e‑mailadres. Er hoort een @ in, zoals in naam@example.org.
wait-seconds = { $seconds ->
    [one] Te veel pogingen. Wacht { $seconds } seconde.
   *[other] Te veel pogingen. Wacht { $seconds } seconden.
  }
wait-minutes = { $minutes ->
    [one] Te veel pogingen. Wacht { $minutes } minuut.
   *[other] Te veel pogingen. Wacht { $minutes } minuten.
  }
malformed-request = Wat verstuurd is, kan niet gelezen worden. Probeer het opnieuw.
cross-site-request = Dit kwam van een andere website, dus er is niets gedaan. Was jij het, probeer het dan hier opnieuw.
internal-error = De dienst heeft op dit moment een probleem. Probeer het over een paar minuten opnieuw.

expired-title = Deze link is verlopen
expired-text = Voor je veiligheid werkt een link maar kort. Een nieuwe heb je zo.
used-title = Deze link is al gebruikt
used-text = Er is een nieuw wachtwoord mee ingesteld. Was jij dat niet, vraag dan nu een nieuwe link aan en kies een ander wachtwoord.
superseded-title = Er is een nieuwere e‑mail
superseded-text = Een nieuwere e‑mail heeft deze link vervangen. Open de nieuwste, of vraag er nog een aan.
other-device-title = Deze link hoort bij een ander apparaat
other-device-text = Hij is op een ander apparaat aangevraagd en werkt alleen daar. Open hem daar, of typ daar in de app de code uit de e‑mail.
invalid-link-title = Deze link is beschadigd
invalid-link-text = Er ontbreekt een stuk of er is iets veranderd; sommige mailprogramma’s maken links stuk. Open hem opnieuw vanuit de e‑mail.

request-title = Wachtwoord vergeten?
request-new-link = Hier een nieuwe link aanvragen
request-lead = Typ het e‑mailadres van je account. We sturen je een link om een nieuw wachtwoord te kiezen.
request-in-app = Voor je veiligheid kun je een nieuwe link alleen in de app aanvragen.
email = E‑mailadres
send = E‑mail versturen
requested-title = Controleer je e‑mail
requested-text = Als er een account is voor { $email }, is er een e‑mail met een link onderweg.
requested-spam = Het kan een minuut duren. Komt er niets, kijk dan in de map met ongewenste e‑mail, of controleer het adres.

freeze-title = Was jij dit niet?
freeze-lead = Heeft iemand anders je wachtwoord gewijzigd, vergrendel dan het account. Niemand kan dan inloggen tot er via e‑mail een nieuw wachtwoord is gekozen.
freeze = Account vergrendelen
freeze-was-you = Was jij het wel? Dan kun je deze pagina sluiten.
freeze-expired = Hij kan het account niet meer vergrendelen. Heeft iemand anders je wachtwoord gewijzigd, vraag dan nu een nieuw wachtwoord aan.
freeze-superseded-title = Deze link vergrendelt het account niet meer
freeze-superseded-text = Na deze e‑mail is het wachtwoord nog een keer gewijzigd. Was jij dat ook niet, gebruik dan de link in de nieuwste e‑mail over een wijziging, of vraag nu een nieuw wachtwoord aan.
frozen-title = Het account is vergrendeld
frozen-lead = Niemand kan inloggen tot je een nieuw wachtwoord kiest. Nog twee stappen:
mailbox-step-title = Beveilig je mailbox
mailbox-step-text = Wijzig het wachtwoord van je mailbox: wie dit deed, kon je e‑mail lezen.
frozen-password-title = Kies hier een nieuw wachtwoord
unlocks-account = Daarmee gaat het account weer open.

mail-reset-subject = Stel een nieuw wachtwoord in voor { $product }
mail-reset-preheader = { $minutes ->
    [one] Kies binnen { $minutes } minuut een nieuw.
   *[other] Kies binnen { $minutes } minuten een nieuw.
  }
mail-reset-preheader-code = Code: { $code }
mail-reset-lead = Iemand, waarschijnlijk jijzelf, heeft gevraagd om een nieuw wachtwoord in te stellen voor je account bij { $product }.
mail-same-device = Open de link op het apparaat waarop je hem hebt aangevraagd.
mail-button = Nieuw wachtwoord instellen
mail-link-valid = { $minutes ->
    [one] De link werkt één keer, { $minutes } minuut lang.
   *[other] De link werkt één keer, { $minutes } minuten lang.
  }
mail-link-copy = Doet de knop niets, kopieer dan deze link en plak hem in de app of de browser:
mail-code-title = Of typ deze code
mail-code-valid = { $minutes ->
    [one] De code werkt { $minutes } minuut, in de app op het apparaat waarop je hem hebt aangevraagd.
   *[other] De code werkt { $minutes } minuten, in de app op het apparaat waarop je hem hebt aangevraagd.
  } Geef de code aan niemand; wij vragen er nooit om.
mail-requested = Aangevraagd
mail-changed = Gewijzigd
mail-device = Apparaat
mail-device-name = { $client } op { $system }
mail-fact = { $label }: { $value }
mail-unrequested-title = Heb je dit niet aangevraagd?
mail-unrequested-text = Dan hoef je niets te doen: je wachtwoord blijft zoals het is, en zonder deze e‑mail kan niemand het wijzigen.
mail-unrequested-again = Blijven zulke e‑mails komen, laat het ons dan weten:
mail-why-reset = Verstuurd naar { $email } omdat iemand het wachtwoord wil wijzigen.
mail-why-changed = Verstuurd naar { $email }, het adres van je account.

notice-subject = Je wachtwoord voor { $product } is gewijzigd
notice-preheader = Was jij dit, dan is alles goed. Zo niet, vergrendel dan je account.
notice-lead = Het wachtwoord van je account bij { $product } is gewijzigd.
notice-signed-out = Alle apparaten zijn uitgelogd.
notice-own-change = Was jij dit? Dan is alles in orde: log in met het nieuwe wachtwoord.
notice-not-you-title = Was jij dit niet?
notice-lock-title = Account vergrendelen
notice-link-valid = { $days ->
    [one] De link werkt { $days } dag.
   *[other] De link werkt { $days } dagen.
  }
notice-recovery-title = Kies in { $product } een nieuw wachtwoord
notice-support-title = Laat het ons weten
