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
help = Hulp
still-trying = We proberen het nog. Misschien is de verbinding traag.
privacy = Privacy
terms = Voorwaarden
page-open-failed = Er kon geen browser worden geopend. Kopieer dit adres naar een browser:
mail-open-failed = Er kon geen e-mailapp worden geopend. Kopieer dit adres naar een e-mailapp:
problems = Kijk hier nog even naar:
try-again-in = Opnieuw proberen over { $time }
text-size = Tekstgrootte { $percent }%

## Forgot password

forgot-title = Wachtwoord vergeten?
forgot-lead = Vul het e-mailadres van je account in. We sturen je een link om een nieuw wachtwoord te kiezen.
forgot-lead-code = Vul het e-mailadres van je account in. We sturen je een code om een nieuw wachtwoord te kiezen.
hosted-lead = Je kiest het nieuwe wachtwoord op { $host }; die pagina wordt in je browser geopend.
hosted-open = Pagina openen
hosted-opened-title = Ga verder in je browser
hosted-opened-text = We hebben { $host } in je browser geopend. Kies daar het nieuwe wachtwoord en log daarna in.
hosted-open-again = Pagina opnieuw openen
email = E-mailadres
send = Herstelmail versturen
sending = Versturen…
did-you-mean = Bedoelde je { $suggestion }?
back-to-email = Terug naar de e-mail die onderweg is
back-to-sign-in = Terug naar inloggen

email-missing = Vul je e-mailadres in.
email-malformed = Dit lijkt geen e-mailadres. Er moet een @ in staan, zoals in name@example.org.
email-refused = De dienst accepteert dit adres niet. Controleer het op typefouten.
code-too-early = Dit is een herstelcode. Die werkt alleen op het apparaat waarop hij is aangevraagd. Vul je e-mailadres in om hier een nieuwe te krijgen.

## Check your email

check-title = Bekijk je e-mail
check-lead = Als er een account is voor { $email }, is er een e-mail met een link onderweg.
check-lead-code = Als er een account is voor { $email }, is er een e-mail met een code onderweg.
check-lead-both = Als er een account bestaat voor { $email }, krijg je een e-mail met een link en een code.
hosted-check = De link erin opent een pagina van deze dienst in je browser. Kies daar het nieuwe wachtwoord.
check-spam = Het kan een minuut duren. Komt er niets? Kijk dan in je spammap of controleer het adres.
open-mail = E-mailapp openen
mail-app-open-failed = De e-mailapp kon niet worden geopend. Open hem zelf.
open-webmail = { $name } openen
paste-label = Plak de link uit de e-mail
paste-hint = Voor als je na het openen van de link niet hier terechtkomt.
code-label = Typ de code of plak de link
code-only-label = Typ de code uit de e-mail
continue = Doorgaan
checking = Controleren…
resend = E-mail opnieuw versturen
resend-in = Opnieuw versturen over { $time }
resent = Opnieuw verstuurd. Gebruik de nieuwste e-mail.
change-address = Ander adres gebruiken
no-mailbox = Geen toegang tot deze mailbox?
no-mailbox-lead = Alleen wie deze mailbox kan lezen, kan een nieuw wachtwoord kiezen. Dat beschermt je tegen vreemden. Vaak is er wel een oplossing:
no-mailbox-provider-title = Krijg weer toegang tot je mailbox
no-mailbox-provider-text = Bij je e-mailprovider kun je de toegang tot de mailbox zelf herstellen. Begin daar.
no-mailbox-other-title = Probeer een ander adres
no-mailbox-other-text = Hoort er nog een ander adres bij je account? Gebruik dan dat.
no-mailbox-support-title = Neem contact op met support
no-mailbox-support-text = Vraag anders hulp aan de mensen achter deze dienst. Ze zullen willen weten wie je bent.

no-link-or-code-found = Dit is niet de hele link en ook niet de hele code. Kopieer de link of de code nog een keer uit de e-mail.
code-incomplete = Dit is niet de hele code. Kopieer de code nog een keer uit de e-mail.
link-incomplete = Deze link is niet compleet. Kopieer hem helemaal, van het eerste tot het laatste teken.
link-of-other-service = Deze link hoort bij een andere dienst.
link-of-click-tracker = Deze link loopt via een dienst die klikken telt. Open hem vanuit de e-mail of kopieer daar de code.
code-wrong = Dit is niet de juiste code. Vergelijk hem met die in de nieuwste e-mail.
code-wrong-tries = { $tries ->
    [one] Dit is niet de juiste code. Je kunt het nog één keer proberen; de link in de e-mail werkt hoe dan ook.
   *[other] Dit is niet de juiste code. Je kunt het nog { $tries } keer proberen.
  }
code-expired = Deze code werkt niet meer. Open de link in dezelfde e-mail of laat een nieuwe e-mail sturen.
code-used = Met deze e-mail is al een wachtwoord ingesteld.
code-superseded = Er is een nieuwere e-mail. Gebruik de code daaruit.
code-invalid = Deze code werkt hier niet. Open de link in de e-mail of laat een nieuwe e-mail sturen.
code-only-invalid = Deze code werkt niet meer, of niet hier. Laat een nieuwe e-mail sturen.

## Choose a new password

reset-title = Kies een nieuw wachtwoord
reset-checking = Je link wordt gecontroleerd…
reset-for = Voor het account van { $email }.
new-password = Nieuw wachtwoord
confirm-password = Herhaal het nieuwe wachtwoord
second-factor = Code uit je authenticatie-app
second-factor-hint = Dit account is met zo’n app beveiligd. De app toont elke halve minuut een nieuwe code.
set-password = Wachtwoord instellen
setting-password = Instellen…
rule-length = { $min ->
    [one] Minstens { $min } teken
   *[other] Minstens { $min } tekens
  }
rule-length-so-far = { $have } van { $min } tekens
rule-length-refused = { $have } van { $min } tekens. Voeg er nog { $more } toe.
rule-leaks = Niet in bekende datalekken
tip-words = Een paar woorden die alleen jij zou combineren, onthoud je makkelijk.
tip-manager = Bewaar het in je wachtwoordbeheerder.
minutes-left = { $minutes ->
    [one] Je hebt nog één minuut om dit af te ronden.
   *[other] Je hebt nog { $minutes } minuten om dit af te ronden.
  }
expires-soon-title = Deze link verloopt over { $minutes } min
expires-soon-text = Wat je hebt getypt, blijft hier staan.
renew = Nieuwe link aanvragen
renewed = Er is een nieuwe e-mail onderweg. Open de link daarin; wat je hebt ingevuld, staat er dan nog.
caps-lock = Caps Lock staat aan.

strength = Sterkte
strength-0 = heel zwak
strength-1 = zwak
strength-2 = redelijk
strength-3 = goed
strength-4 = sterk
advice-common = Veel mensen gebruiken dit of iets wat er sterk op lijkt.
advice-keyboard = Toetsen die naast elkaar liggen, worden het eerst geraden.
advice-repeat = Iets herhalen maakt het nauwelijks sterker.
advice-sequence = Reeksen als abc of 6543 worden het eerst geraden.
advice-date = Jaartallen en datums zijn makkelijk te raden.
advice-word = Eén los woord is makkelijk te raden.
advice-name = Namen zijn makkelijk te raden.
advice-substitution = Met een @ in plaats van een a is het niet moeilijker te raden.
advice-more-words = Voeg nog een of twee woorden toe: hoe ongewoner, hoe beter.

breach-checking = Opzoeken tussen gestolen wachtwoorden…
breach-unknown = De lijst met gestolen wachtwoorden kon niet worden geraadpleegd. Je kunt gewoon doorgaan.

password-missing = Vul een nieuw wachtwoord in.
password-refused = De dienst accepteert dit wachtwoord niet. Probeer een langer wachtwoord.
passwords-differ = De twee wachtwoorden zijn niet gelijk. Typ het tweede opnieuw of toon het eerste.
second-factor-wrong = Typ de code die je authenticatie-app nu toont. Elke code werkt maar één keer.
too-short = Te kort: gebruik meer tekens.
too-short-min = { $min ->
    [one] Te kort: gebruik minstens { $min } teken.
   *[other] Te kort: gebruik minstens { $min } tekens.
  }
too-long = Te lang: gebruik minder tekens.
too-long-max = { $max ->
    [one] Te lang: gebruik hoogstens { $max } teken.
   *[other] Te lang: gebruik hoogstens { $max } tekens.
  }
too-many-bytes = Te lang: er is plaats voor { $max } gewone letters en cijfers. Letters met accenten, andere schriften en emoji nemen elk twee tot vier plaatsen in.
password-characters = Te weinig soorten tekens: combineer kleine letters, hoofdletters, cijfers en tekens zoals ! of ?.
password-common = Te makkelijk te raden: veel mensen gebruiken zoiets.
password-breached = Het staat in een lijst met gestolen wachtwoorden: kies een ander.
password-personal = Er staat een deel van je e-mailadres in: laat dat weg.
password-product-name = De naam van deze dienst staat erin: laat die weg.
password-same = Dit is je huidige wachtwoord: kies een ander.

## Done

done-title = Je wachtwoord is gewijzigd
done-for = Log in als { $email } met het nieuwe wachtwoord.
sessions-ended = Om { $time } ben je overal elders uitgelogd. Log daar weer in met het nieuwe wachtwoord.
sessions-kept = Op andere apparaten ben je misschien nog ingelogd. Kent iemand anders misschien je oude wachtwoord? Log die apparaten dan uit in de instellingen van je account.
close-hint = Je kunt dit venster sluiten en inloggen.

## A link that does not work

expired-title = Deze link is verlopen
expired-text = Voor je veiligheid werkt een link maar kort. Een nieuwe heb je zo.
used-title = Deze link is al gebruikt
used-text = Er is een nieuw wachtwoord mee ingesteld. Was jij dat niet? Vraag dan nu een nieuwe link aan en kies een ander wachtwoord.
superseded-title = Er is een nieuwere e-mail
superseded-text = Een nieuwere e-mail heeft deze link vervangen. Open de nieuwste of vraag er nog een aan.
other-device-title = Deze link hoort bij een ander apparaat
other-device-text = Hij is op een ander apparaat aangevraagd en werkt alleen daar. Open hem daar of vraag hier een nieuwe link aan.
damaged-title = Deze link is beschadigd
damaged-text = Er ontbreekt een stuk of er is iets veranderd; sommige mailprogramma’s maken links stuk. Open hem opnieuw vanuit de e-mail of vraag een nieuwe aan.
other-service-title = Deze link is voor een andere dienst
other-service-text = Hij leidt niet naar deze dienst; daarom is er nergens iets naartoe gestuurd. Had je hem niet verwacht? Verwijder dan de e-mail.
hosted-link-title = Het wachtwoord kies je op de pagina van de dienst
hosted-link-text = Deze app kan de link niet gebruiken, dus er is niets veranderd. Open hem vanuit de e-mail in je browser en kies het nieuwe wachtwoord op die pagina.
send-new-link = Stuur me een nieuwe link
ask-new-link = Nieuwe link aanvragen
other-device-ask = Link voor dit apparaat aanvragen

## The service cannot be reached, or does not answer

offline = De dienst is niet bereikbaar. Controleer je verbinding en probeer het opnieuw.
offline-title = Je bent offline
offline-text = Zodra er weer verbinding is, gaat dit vanzelf verder; wat je hebt ingevuld, gaat niet verloren.
waiting-for-connection = Wachten op verbinding…
wait-title = Te veel pogingen
wait-text = Wacht een minuut.
down-title = De dienst heeft op dit moment een probleem
down-text = Probeer het over een paar minuten opnieuw.
timed-out = De dienst heeft niet op tijd geantwoord. Probeer het opnieuw.
tls-error = Er kon geen veilige verbinding met de dienst worden gemaakt. Zit je op een openbaar netwerk? Meld je daar dan eerst aan. Controleer ook de datum en tijd van dit apparaat.
proxy-error = De proxy van je netwerk heeft de verbinding met de dienst geweigerd. Vraag het aan wie dit netwerk beheert, of gebruik een ander netwerk.
rate-limited = Te veel pogingen. Wacht nog { $time }.
rate-limited-no-time = Te veel pogingen. Wacht een minuut.
not-configured = Deze app weet niet bij welke dienst je account hoort. Degene van wie je de app hebt gekregen, kan dat instellen.
unexpected-response = Iets anders heeft geantwoord in plaats van de dienst. Zit je op een openbaar netwerk? Meld je daar dan eerst aan. Vraag anders om hulp.
invalid-response = De dienst gaf een antwoord dat deze app niet begrijpt. Probeer het later opnieuw, of vraag om hulp.
invalid-response-details = De dienst gaf een antwoord dat deze app niet begrijpt. Probeer het later opnieuw. Vraag je om hulp, noem dan dit: { $answer }

## Shown once, above the screen

memory-only = Op dit apparaat is geen sleutelopslag beschikbaar. Als je de app sluit, is deze aanvraag daarom weg. Laat de app open tot je klaar bent.
newer-link = Er is een nieuwere link geopend. Die wordt nu gebruikt.
bad-link-ignored = Er is een andere link geopend die niet werkt. Je kunt hier gewoon verdergaan.
clock-wrong = De klok van dit apparaat staat verkeerd, dus de tijden hier kunnen afwijken. Stel de datum en tijd goed in.
