# See en.ftl for the context of each message.

## Everywhere

language = Taal
dismiss = Sluiten
show-password = Wachtwoord tonen
opening = Een ogenblik…
try-again = Opnieuw proberen
cancel = Annuleren
or = of
back = Terug
help = Help
still-trying = We proberen het nog steeds. Misschien is je verbinding traag.
privacy = Privacy
terms = Voorwaarden
page-open-failed = We konden geen browser openen. Kopieer dit adres naar een browser:
mail-open-failed = We konden geen mailapp openen. Kopieer dit adres naar een mailapp:
problems = Pas het volgende aan:
try-again-in = Opnieuw proberen over { $time }
text-size = Tekstgrootte { $percent }%

## Forgot password

forgot-title = Wachtwoord vergeten?
forgot-lead = Vul je e-mailadres in. We sturen je een link om een nieuw wachtwoord te kiezen.
forgot-lead-code = Vul je e-mailadres in. We sturen je een code om een nieuw wachtwoord te kiezen.
hosted-lead = Je kiest een nieuw wachtwoord op { $host }. Die pagina opent in je browser.
hosted-open = Verder in je browser
hosted-opened-title = Verder in je browser
hosted-opened-text = We hebben { $host } in je browser geopend. Kies daar je nieuwe wachtwoord en log daarna in.
hosted-open-again = Pagina opnieuw openen
email = E-mailadres
send = Herstelmail sturen
sending = Versturen…
did-you-mean = Bedoelde je { $suggestion }?
back-to-email = Terug naar je e-mail
back-to-sign-in = Terug naar inloggen

email-missing = Vul je e-mailadres in.
email-malformed = Vul een adres in zoals naam@example.com.
email-refused = Deze dienst kan dit adres niet gebruiken. Controleer het op typefouten.
code-too-early = Dat is een code. Codes werken alleen waar je ze hebt aangevraagd. Vul je e-mailadres in om hier een nieuwe te krijgen.

## Check your email

check-title = Check je e-mail
check-lead = Als er een account voor { $email } bestaat, krijg je een e-mail met een link.
check-lead-code = Als er een account voor { $email } bestaat, krijg je een e-mail met een code.
check-lead-both = Als er een account voor { $email } bestaat, krijg je een e-mail met een link en een code.
hosted-check = De link opent een pagina van deze dienst in je browser. Kies daar je nieuwe wachtwoord.
link-lifetime = { $minutes ->
    [one] Open de link binnen { $minutes } minuut.
   *[other] Open de link binnen { $minutes } minuten.
  }
link-lifetime-hours = { $hours ->
    [one] Open de link binnen { $hours } uur.
   *[other] Open de link binnen { $hours } uur.
  }
link-lifetime-days = { $days ->
    [one] Open de link binnen { $days } dag.
   *[other] Open de link binnen { $days } dagen.
  }
check-spam = Na een minuut nog niets? Kijk in je spammap en controleer het adres hierboven.
check-spam-quota = Na een minuut nog niets? Kijk in je spammap en controleer het adres hierboven. Deze dienst verstuurt een beperkt aantal e-mails: komt er niets, probeer het dan over een uur opnieuw.
open-mail = Mailapp openen
mail-app-open-failed = We konden je mailapp niet openen. Open de app zelf.
open-webmail = { $name } openen
paste-label = Plak de link uit de e-mail
paste-hint = Gebruik dit als de link de app niet opent.
paste-or-code-hint = Staat er een code in de e-mail, dan kun je die hier ook invullen.
code-label = Vul de code in of plak de link
code-only-label = Vul de code uit de e-mail in
continue = Doorgaan
checking = Controleren…
resend = Opnieuw sturen
resend-in = Opnieuw sturen over { $time }
resent = Opnieuw verstuurd. Alleen de nieuwste e-mail werkt.
change-address = Ander adres gebruiken
no-mailbox = Kun je niet bij deze mailbox?
no-mailbox-lead = Om vreemden buiten te houden, sturen we herstelmails alleen naar het adres van het account. Dit kun je nog doen:
no-mailbox-provider-title = Krijg weer toegang tot je mailbox
no-mailbox-provider-text = Je e-mailprovider kan je daarbij helpen.
no-mailbox-other-title = Probeer een ander adres
no-mailbox-other-text = Gebruik een adres dat je ook aan je account hebt toegevoegd.
no-mailbox-support-title = Neem contact op met support
no-mailbox-support-text = We vragen je dan om te bewijzen wie je bent.

no-link-or-code-found = Dit is niet de hele code of link. Kopieer hem opnieuw uit de e-mail.
code-incomplete = Dit is niet de hele code. Kopieer hem opnieuw uit de e-mail.
link-incomplete = Deze link is niet compleet. Kopieer hem helemaal uit de e-mail.
link-of-other-service = Deze link is voor een andere dienst.
link-of-click-tracker = Deze link loopt via een dienst die klikken telt. Open hem vanuit de e-mail of kopieer daar de code.
code-wrong = Deze code klopt niet. Vergelijk hem met die in de nieuwste e-mail.
code-wrong-tries = { $tries ->
    [one] Deze code klopt niet. Nog { $tries } poging.
   *[other] Deze code klopt niet. Nog { $tries } pogingen.
  }
code-wrong-last-try = Deze code klopt niet. Nog 1 poging; gebruik daarna de link.
code-only-wrong-last-try = Deze code klopt niet. Nog 1 poging; laat daarna de e-mail opnieuw sturen.
code-wrong-or-expired = Deze code klopt niet of is verlopen. Gebruik de nieuwste e-mail, of laat hem opnieuw sturen.
code-expired = Deze code is verlopen. Open de link in dezelfde e-mail, of laat de e-mail opnieuw sturen.
code-used = Met deze e-mail is al een wachtwoord ingesteld.
code-superseded = Er is een nieuwere e-mail. Gebruik de code daarin.
code-invalid = Deze code werkt hier niet. Open de link in de e-mail, of laat de e-mail opnieuw sturen.
code-only-invalid = Deze code is verlopen of werkt hier niet. Laat de e-mail opnieuw sturen.

## Choose a new password

reset-title = Kies een nieuw wachtwoord
reset-checking = Je link wordt gecontroleerd…
reset-for = Voor { $email }
new-password = Nieuw wachtwoord
confirm-password = Herhaal nieuw wachtwoord
second-factor = Code uit je authenticator-app
second-factor-hint = Voor dit account staat inloggen in twee stappen aan.
set-password = Wachtwoord wijzigen
setting-password = Wachtwoord wijzigen…
rule-length = { $min ->
    [one] Minstens { $min } teken
   *[other] Minstens { $min } tekens
  }
rule-length-so-far = { $min ->
    [one] { $have } van { $min } teken
   *[other] { $have } van { $min } tekens
  }
rule-length-refused = { $min ->
    [one] { $have } van { $min } teken. Nog { $more } nodig.
   *[other] { $have } van { $min } tekens. Nog { $more } nodig.
  }
rule-leaks = Niet in bekende datalekken
tip-words = Een paar willekeurige woorden onthoud je makkelijk.
tip-manager = Bewaar het in je wachtwoordmanager.
minutes-left = { $minutes ->
    [one] Deze link werkt nog { $minutes } minuut.
   *[other] Deze link werkt nog { $minutes } minuten.
  }
hours-left = { $hours ->
    [one] Deze link werkt nog { $hours } uur.
   *[other] Deze link werkt nog { $hours } uur.
  }
days-left = { $days ->
    [one] Deze link werkt nog { $days } dag.
   *[other] Deze link werkt nog { $days } dagen.
  }
expires-soon-title = { $minutes ->
    [one] Deze link verloopt over { $minutes } minuut
   *[other] Deze link verloopt over { $minutes } minuten
  }
expires-soon-text = Wat je hebt getypt, blijft hier staan.
renew = Nieuwe link aanvragen
renewed = Er is een nieuwe link onderweg. Als je die opent, staat wat je hebt getypt er nog.
caps-lock = Caps Lock staat aan.

strength = Sterkte
strength-0 = Heel zwak
strength-1 = Zwak
strength-2 = Redelijk
strength-3 = Goed
strength-4 = Sterk
advice-common = Veel mensen gebruiken dit of iets wat er erg op lijkt.
advice-keyboard = Toetsen naast elkaar worden het eerst geraden.
advice-repeat = Herhalen maakt weinig verschil.
advice-sequence = Reeksen als abc of 6543 worden het eerst geraden.
advice-date = Datums en jaartallen zijn makkelijk te raden.
advice-word = Eén los woord is makkelijk te raden.
advice-name = Namen zijn makkelijk te raden.
advice-substitution = Een @ in plaats van een a helpt weinig.
advice-more-words = Voeg nog een of twee ongewone woorden toe.

breach-checking = Controleren op datalekken…
breach-unknown = We konden niet controleren op bekende datalekken. Je kunt gewoon doorgaan.

password-missing = Vul een nieuw wachtwoord in.
password-refused = Deze dienst accepteert dat wachtwoord niet. Probeer een langer wachtwoord.
passwords-differ = De wachtwoorden komen niet overeen. Vul het tweede opnieuw in of toon het eerste.
second-factor-wrong = Deze code klopt niet. Vul de code in die je app nu toont; elke code werkt maar één keer.
too-short = Gebruik meer tekens.
too-short-min = { $min ->
    [one] Gebruik minstens { $min } teken.
   *[other] Gebruik minstens { $min } tekens.
  }
too-long = Gebruik minder tekens.
too-long-max = { $max ->
    [one] Gebruik hoogstens { $max } teken.
   *[other] Gebruik hoogstens { $max } tekens.
  }
too-many-bytes = Te lang. Er is plaats voor { $max } gewone letters en cijfers. Letters met accenten, andere schriften en emoji nemen elk twee tot vier plaatsen in.
password-characters = Combineer kleine letters, hoofdletters, cijfers en tekens zoals ! of ?.
password-common = Te makkelijk te raden. Kies iets minder voor de hand liggends.
password-breached = Gevonden in een datalek. Kies een ander wachtwoord.
password-personal = Laat delen van je e-mailadres weg.
password-product-name = Laat de naam van deze dienst weg.
password-same = Dat is je huidige wachtwoord. Kies een nieuw wachtwoord.

## Done

done-title = Wachtwoord gewijzigd
done-for = Log in als { $email } met je nieuwe wachtwoord.
sessions-ended = Alle andere apparaten zijn om { $time } uitgelogd. Log daar in met je nieuwe wachtwoord.
sessions-kept = Andere apparaten zijn misschien nog ingelogd. Kende iemand anders je oude wachtwoord? Log die apparaten dan uit via je accountinstellingen.
close-hint = Je kunt dit venster sluiten.

## A link that does not work

expired-title = Deze link is verlopen
expired-text = Voor de veiligheid van je account werken links maar kort. Vraag een nieuwe aan en je kunt zo weer verder.
invalid-or-expired-title = Deze link werkt niet
invalid-or-expired-text = Hij is verlopen, al gebruikt of niet compleet. Kopieer hem helemaal uit de nieuwste e-mail, of vraag een nieuwe aan.
used-title = Deze link is al gebruikt
used-text = Er is een nieuw wachtwoord mee ingesteld. Was jij dat niet? Vraag dan nu een nieuwe link aan en kies een ander wachtwoord.
superseded-title = Er is een nieuwere e-mail
superseded-text = Alleen de link in je nieuwste e-mail werkt. Open die, of vraag een nieuwe aan.
other-device-title = Open deze link op je andere apparaat
other-device-text = Hij werkt alleen waar je hem hebt aangevraagd. Open hem daar, of vraag een nieuwe link voor dit apparaat aan.
damaged-title = Deze link is niet compleet
damaged-text = Kopieer hem helemaal uit de e-mail, van het eerste tot het laatste teken, of vraag een nieuwe aan.
other-service-title = Deze link is niet voor deze app
other-service-text = Hij gaat naar een andere dienst, dus we hebben niets verstuurd. Verwachtte je de e-mail niet? Verwijder hem dan.
hosted-link-title = Kies je wachtwoord op de pagina van de dienst
hosted-link-text = Deze app kan de link niet gebruiken, dus er is niets gewijzigd. Open hem vanuit de e-mail in je browser en kies daar je nieuwe wachtwoord.
account-closed-title = Dit account is geblokkeerd
account-closed-text = De dienst heeft het geblokkeerd, dus je wachtwoord is niet gewijzigd. Neem contact op met support om je account te laten deblokkeren.
unsupported-factor-title = Deze app ondersteunt je tweede stap niet
unsupported-factor-text = Voor dit account staat inloggen in twee stappen aan met een methode die deze app niet ondersteunt. Je wachtwoord is niet gewijzigd. Neem contact op met support.
hosted-failed-title = Je wachtwoord is niet gewijzigd
hosted-failed-text = Op de pagina in je browser is geen nieuw wachtwoord ingesteld. Begin opnieuw en open de pagina nog een keer.
return-unknown-title = We weten niet of je wachtwoord is gewijzigd
return-unknown-text = Deze link hoort niet bij een pagina die deze app heeft geopend. Probeer je nieuwe wachtwoord. Werkt dat niet? Begin dan opnieuw.
send-new-link = Nieuwe link sturen
ask-new-link = Nieuwe link aanvragen
other-device-ask = Link voor dit apparaat aanvragen

## The service cannot be reached, or does not answer

offline = We kunnen de dienst niet bereiken. Controleer je verbinding en probeer het opnieuw.
offline-title = Je bent offline
offline-text = Zodra je weer online bent, gaan we verder. Wat je hebt getypt, blijft bewaard.
waiting-for-connection = Wachten op verbinding…
wait-title = Te veel pogingen
wait-text = Wacht voor je veiligheid even voordat je het opnieuw probeert.
down-title = Er ging bij ons iets mis
down-text = Probeer het over een paar minuten opnieuw. Wat je hebt getypt, blijft bewaard.
timed-out = De dienst deed er te lang over. Probeer het opnieuw.
tls-error = We konden geen veilige verbinding maken. Gebruik je openbare wifi? Log dan eerst in op het netwerk. Controleer ook de datum en tijd van dit apparaat.
proxy-error = De proxy van je netwerk heeft de verbinding met de dienst geblokkeerd. Vraag het de beheerder van het netwerk, of gebruik een ander netwerk.
captcha-required = Deze dienst controleert of je geen robot bent. Dat kan niet in deze app. Kies een nieuw wachtwoord op de website van de dienst.
rate-limited = Te veel pogingen. Probeer het over { $time } opnieuw.
rate-limited-no-time = Te veel pogingen. Probeer het over een minuut opnieuw.
not-configured = Deze app weet niet bij welke dienst je account hoort. Vraag het degene van wie je de app hebt gekregen.
unexpected-response = We kregen antwoord van iets anders dan de dienst. Gebruik je openbare wifi? Log dan eerst in op het netwerk. Vraag anders om hulp.
invalid-response = Deze app begrijpt het antwoord van de dienst niet. Probeer het later opnieuw, of vraag om hulp.
invalid-response-details = Deze app begrijpt het antwoord van de dienst niet. Probeer het later opnieuw. Vraag je om hulp, geef dan dit door: { $answer }

## Shown once, above the screen

memory-only = Laat deze app open tot je klaar bent. Dit apparaat kan je aanvraag niet veilig bewaren.
newer-link = Er is een nieuwere link geopend. Die gebruiken we nu.
bad-link-ignored = Er is een andere link geopend, maar die werkt niet. Je kunt hier gewoon doorgaan.
clock-wrong = De klok van dit apparaat staat verkeerd, dus de tijden hier kloppen misschien niet. Stel de datum en tijd goed in.
