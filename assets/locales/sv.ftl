# See en.ftl for the context of each message.

## Everywhere

language = Språk
dismiss = Stäng
show-password = Visa lösenord
opening = Ett ögonblick …
try-again = Försök igen
cancel = Avbryt
or = eller
back = Tillbaka
help = Hjälp
still-trying = Vi försöker fortfarande. Anslutningen kan vara långsam.
privacy = Integritet
terms = Villkor
page-open-failed = Vi kunde inte öppna någon webbläsare. Kopiera adressen till en webbläsare:
mail-open-failed = Vi kunde inte öppna någon mejlapp. Kopiera adressen till en mejlapp:
problems = Rätta till följande:
try-again-in = Försök igen om { $time }
text-size = Textstorlek { $percent } %

## Forgot password

forgot-title = Glömt lösenordet?
forgot-lead = Ange din e-postadress. Vi skickar en länk så att du kan välja ett nytt lösenord.
forgot-lead-code = Ange din e-postadress. Vi skickar en kod så att du kan välja ett nytt lösenord.
hosted-lead = Du väljer ett nytt lösenord på { $host }, som öppnas i din webbläsare.
hosted-open = Fortsätt i webbläsaren
hosted-opened-title = Fortsätt i webbläsaren
hosted-opened-text = Vi har öppnat { $host } i din webbläsare. Välj ditt nya lösenord där och logga sedan in.
hosted-open-again = Öppna sidan igen
email = E-postadress
send = Skicka återställningsmejl
sending = Skickar …
did-you-mean = Menade du { $suggestion }?
back-to-email = Tillbaka till mejlet
back-to-sign-in = Tillbaka till inloggningen

email-missing = Ange din e-postadress.
email-malformed = Ange en adress som namn@example.com.
email-refused = Tjänsten kan inte använda den adressen. Kontrollera att den är rätt skriven.
code-too-early = Det där är en kod, och koder fungerar bara där du bad om dem. Ange din e-postadress för att få en ny här.

## Check your email

check-title = Kolla din e-post
check-lead = Om det finns ett konto för { $email } får du ett mejl med en länk.
check-lead-code = Om det finns ett konto för { $email } får du ett mejl med en kod.
check-lead-both = Om det finns ett konto för { $email } får du ett mejl med en länk och en kod.
hosted-check = Länken öppnar en sida hos tjänsten i din webbläsare. Välj ditt nya lösenord där.
link-lifetime = { $minutes ->
    [one] Öppna länken inom { $minutes } minut.
   *[other] Öppna länken inom { $minutes } minuter.
  }
link-lifetime-hours = { $hours ->
    [one] Öppna länken inom { $hours } timme.
   *[other] Öppna länken inom { $hours } timmar.
  }
link-lifetime-days = { $days ->
    [one] Öppna länken inom { $days } dag.
   *[other] Öppna länken inom { $days } dagar.
  }
check-spam = Inget efter en minut? Kolla skräpposten och adressen ovan.
check-spam-quota = Inget efter en minut? Kolla skräpposten och adressen ovan. Tjänsten begränsar antalet mejl: om inget kommer kan du försöka igen om en timme.
open-mail = Öppna mejlappen
mail-app-open-failed = Vi kunde inte öppna mejlappen. Öppna den själv.
open-webmail = Öppna { $name }
paste-label = Klistra in länken från mejlet
paste-hint = Använd det här om länken inte öppnar appen.
paste-or-code-hint = Om mejlet innehåller en kod kan du ange den i stället.
code-label = Ange koden eller klistra in länken
code-only-label = Ange koden från mejlet
continue = Fortsätt
checking = Kontrollerar …
resend = Skicka igen
resend-in = Skicka igen om { $time }
resent = Skickat igen. Bara det senaste mejlet fungerar.
change-address = Använd en annan adress
no-mailbox = Kommer du inte åt den här inkorgen?
no-mailbox-lead = För att hålla obehöriga ute skickar vi återställningsmejl bara till kontots adress. Det här kan du göra i stället:
no-mailbox-provider-title = Kom åt inkorgen igen
no-mailbox-provider-text = Din e-postleverantör kan hjälpa dig.
no-mailbox-other-title = Prova en annan adress
no-mailbox-other-text = Använd en som du också har lagt till i ditt konto.
no-mailbox-support-title = Kontakta supporten
no-mailbox-support-text = Vi kommer att be dig bevisa vem du är.

no-link-or-code-found = Det där är inte hela koden eller länken. Kopiera igen från mejlet.
code-incomplete = Det där är inte hela koden. Kopiera den från mejlet igen.
link-incomplete = Länken är ofullständig. Kopiera hela länken från mejlet.
link-of-other-service = Länken hör till en annan tjänst.
link-of-click-tracker = Länken går via en tjänst som räknar klick. Öppna den från mejlet eller kopiera koden därifrån.
code-wrong = Koden stämmer inte. Jämför med den i det senaste mejlet.
code-wrong-tries = { $tries ->
    [one] Koden stämmer inte. { $tries } försök kvar.
   *[other] Koden stämmer inte. { $tries } försök kvar.
  }
code-wrong-last-try = Koden stämmer inte. 1 försök kvar. Om det inte fungerar kan du använda länken.
code-only-wrong-last-try = Koden stämmer inte. 1 försök kvar. Om det inte fungerar kan du skicka mejlet igen.
code-wrong-or-expired = Koden stämmer inte eller har gått ut. Använd koden i det senaste mejlet eller skicka mejlet igen.
code-expired = Koden har gått ut. Öppna länken i samma mejl eller skicka mejlet igen.
code-used = Det här mejlet har redan använts för att välja ett nytt lösenord.
code-superseded = Det finns ett nyare mejl. Använd koden i det.
code-invalid = Koden fungerar inte här. Öppna länken i mejlet eller skicka mejlet igen.
code-only-invalid = Koden har gått ut eller fungerar inte här. Skicka mejlet igen.

## Choose a new password

reset-title = Välj ett nytt lösenord
reset-checking = Kontrollerar länken …
reset-for = För { $email }
new-password = Nytt lösenord
confirm-password = Upprepa nytt lösenord
second-factor = Kod från din autentiseringsapp
second-factor-hint = Tvåstegsverifiering är på för det här kontot.
set-password = Ändra lösenord
setting-password = Ändrar lösenord …
rule-length = { $min ->
    [one] Minst { $min } tecken
   *[other] Minst { $min } tecken
  }
rule-length-so-far = { $min ->
    [one] { $have } av { $min } tecken
   *[other] { $have } av { $min } tecken
  }
rule-length-refused = { $min ->
    [one] { $have } av { $min } tecken. Lägg till { $more } till.
   *[other] { $have } av { $min } tecken. Lägg till { $more } till.
  }
rule-leaks = Finns inte i kända dataläckor
tip-words = Några ord utan samband är lätta att komma ihåg.
tip-manager = Spara det i din lösenordshanterare.
minutes-left = { $minutes ->
    [one] Länken fungerar i { $minutes } minut till.
   *[other] Länken fungerar i { $minutes } minuter till.
  }
hours-left = { $hours ->
    [one] Länken fungerar i { $hours } timme till.
   *[other] Länken fungerar i { $hours } timmar till.
  }
days-left = { $days ->
    [one] Länken fungerar i { $days } dag till.
   *[other] Länken fungerar i { $days } dagar till.
  }
expires-soon-title = { $minutes ->
    [one] Länken går ut om { $minutes } minut
   *[other] Länken går ut om { $minutes } minuter
  }
expires-soon-text = Det du har skrivit finns kvar här.
renew = Be om en ny länk
renewed = En ny länk är på väg. När du öppnar den finns det du har skrivit kvar här.
caps-lock = Caps Lock är på.

strength = Styrka
strength-0 = Mycket svagt
strength-1 = Svagt
strength-2 = Okej
strength-3 = Bra
strength-4 = Starkt
advice-common = Många använder det här eller något mycket snarlikt.
advice-keyboard = Tangenter bredvid varandra gissas först.
advice-repeat = Upprepningar gör inte så stor skillnad.
advice-sequence = Följder som abc eller 6543 gissas först.
advice-date = Datum och årtal är lätta att gissa.
advice-word = Ett enda ord är lätt att gissa.
advice-name = Namn är lätta att gissa.
advice-substitution = Att byta a mot @ hjälper inte mycket.
advice-more-words = Lägg till ytterligare ett par ovanliga ord.

breach-checking = Söker i kända dataläckor …
breach-unknown = Vi kunde inte söka i kända dataläckor. Du kan fortsätta ändå.

password-missing = Ange ett nytt lösenord.
password-refused = Tjänsten godtog inte lösenordet. Prova ett längre.
passwords-differ = Lösenorden stämmer inte överens. Ange det andra igen eller visa det första.
second-factor-wrong = Koden stämmer inte. Ange den som appen visar nu. Varje kod fungerar bara en gång.
too-short = Använd fler tecken.
too-short-min = { $min ->
    [one] Använd minst { $min } tecken.
   *[other] Använd minst { $min } tecken.
  }
too-long = Använd färre tecken.
too-long-max = { $max ->
    [one] Använd högst { $max } tecken.
   *[other] Använd högst { $max } tecken.
  }
too-many-bytes = För långt. Det finns plats för { $max } vanliga bokstäver och siffror. Å, ä, ö, accenter, andra skriftsystem och emojier tar två till fyra platser var.
password-characters = Blanda små och stora bokstäver, siffror och tecken som ! eller ?.
password-common = För lätt att gissa. Välj något ovanligare.
password-breached = Finns i en dataläcka. Välj ett annat.
password-personal = Ta inte med delar av din e-postadress.
password-product-name = Ta inte med tjänstens namn.
password-same = Det är ditt nuvarande lösenord. Välj ett nytt.

## Done

done-title = Lösenordet har ändrats
done-for = Logga in som { $email } med ditt nya lösenord.
sessions-ended = Alla andra enheter loggades ut kl. { $time }. Logga in där med ditt nya lösenord.
sessions-kept = Andra enheter kan fortfarande vara inloggade. Om någon annan kände till ditt gamla lösenord bör du logga ut enheterna i kontoinställningarna.
close-hint = Du kan stänga fönstret.

## A link that does not work

expired-title = Länken har gått ut
expired-text = För att skydda ditt konto fungerar länkar bara en kort stund. Be om en ny så kan du snart fortsätta.
invalid-or-expired-title = Länken fungerar inte
invalid-or-expired-text = Den har gått ut, har redan använts eller är ofullständig. Kopiera hela länken från det senaste mejlet eller be om en ny.
used-title = Länken har redan använts
used-text = Den användes för att välja ett nytt lösenord. Om det inte var du bör du be om en ny länk nu och välja ett annat lösenord.
superseded-title = Det finns ett nyare mejl
superseded-text = Bara länken i ditt senaste mejl fungerar. Öppna den eller be om en ny.
other-device-title = Öppna länken på din andra enhet
other-device-text = Den fungerar bara där du bad om den. Öppna den där eller be om en ny länk till den här enheten.
damaged-title = Länken är ofullständig
damaged-text = Kopiera hela länken från mejlet, från första till sista tecknet, eller be om en ny.
other-service-title = Länken hör inte till den här appen
other-service-text = Den leder till en annan tjänst, så vi har inte skickat något. Om du inte väntade dig mejlet kan du radera det.
hosted-link-title = Välj lösenordet på tjänstens sida
hosted-link-text = Appen kan inte använda länken, så inget har ändrats. Öppna den från mejlet i din webbläsare och välj ditt nya lösenord där.
account-closed-title = Kontot är spärrat
account-closed-text = Tjänsten har spärrat det, så lösenordet har inte ändrats. Kontakta supporten för att öppna kontot igen.
unsupported-factor-title = Appen stöder inte din tvåstegsverifiering
unsupported-factor-text = Kontot har en typ av tvåstegsverifiering som appen inte stöder. Lösenordet har inte ändrats. Kontakta supporten.
hosted-failed-title = Lösenordet har inte ändrats
hosted-failed-text = Inget nytt lösenord valdes på sidan i webbläsaren. Börja om och öppna sidan igen.
return-unknown-title = Vi vet inte om lösenordet har ändrats
return-unknown-text = Länken kommer inte från en sida som appen har öppnat. Prova det nya lösenordet. Om det inte fungerar får du börja om.
send-new-link = Skicka en ny länk
ask-new-link = Be om en ny länk
other-device-ask = Be om en länk till den här enheten

## The service cannot be reached, or does not answer

offline = Vi får ingen kontakt med tjänsten. Kontrollera anslutningen och försök igen.
offline-title = Du är offline
offline-text = Vi fortsätter när du är online igen. Det du har skrivit finns kvar.
waiting-for-connection = Väntar på anslutning …
wait-title = För många försök
wait-text = För din säkerhet behöver du vänta en stund innan du försöker igen.
down-title = Något gick fel hos oss
down-text = Försök igen om några minuter. Det du har skrivit finns kvar.
timed-out = Det tog för lång tid för tjänsten att svara. Försök igen.
tls-error = Vi kunde inte ansluta säkert. På ett offentligt wifi behöver du först logga in på nätverket. Kontrollera också enhetens datum och tid.
proxy-error = Nätverkets proxy blockerade anslutningen till tjänsten. Fråga den som sköter nätverket eller använd ett annat.
captcha-required = Tjänsten kontrollerar att du inte är en robot, men appen stöder inte kontrollen. Välj ett nytt lösenord på tjänstens webbplats.
rate-limited = För många försök. Försök igen om { $time }.
rate-limited-no-time = För många försök. Försök igen om en minut.
not-configured = Appen vet inte vilken tjänst ditt konto finns hos. Fråga den du fick appen av.
unexpected-response = Något annat än tjänsten svarade. På ett offentligt wifi behöver du först logga in på nätverket. Annars kan du be om hjälp.
invalid-response = Appen förstår inte tjänstens svar. Försök igen senare eller be om hjälp.
invalid-response-details = Appen förstår inte tjänstens svar. Försök igen senare. Om du ber om hjälp, läs upp det här: { $answer }

## Shown once, above the screen

memory-only = Ha appen öppen tills du är klar. Enheten kan inte spara din begäran säkert.
newer-link = En nyare länk öppnades. Vi använder den nu.
bad-link-ignored = En annan länk öppnades, men den fungerar inte. Du kan fortsätta här.
clock-wrong = Enhetens klocka går fel, så tiderna här kanske inte stämmer. Ställ in rätt datum och tid.
