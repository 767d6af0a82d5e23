# Translation of en.ftl.
language = Språk:
support = Behöver du hjälp?
help = Hjälp
privacy = Integritet
terms = Villkor

reset-title = Välj ett nytt lösenord
open-app-lead = Har du appen på den här enheten? Fortsätt där.
open-app = Öppna appen
or-set-it-here = eller välj lösenord här
get-app = Hämta appen:
code-title = Ange den här koden i appen
code-lead = Skriv in den där du bad om återställningen.
link-label = Länk från mejlet
link-hint = Kopiera hela länken från mejlet och klistra in den här.
new-password = Nytt lösenord
policy = { $min ->
    [one] Minst { $min } tecken.
   *[other] Minst { $min } tecken.
  } Några ord utan samband är lätta att komma ihåg.
repeat-password = Upprepa nytt lösenord
show-passwords = Visa lösenord
second-factor = Kod från din autentiseringsapp
set-password = Ändra lösenord

done-title = Lösenordet har ändrats
done-signed-out = Alla andra enheter loggades ut. Logga in där med ditt nya lösenord.
done-close = Du kan stänga sidan och logga in.

error-summary-title = Rätta till följande:
link-missing = Klistra in hela länken från mejlet.
password-missing = Ange ett nytt lösenord.
passwords-differ = Lösenorden stämmer inte överens. Ange båda igen.
password-too-short = { $min ->
    [one] Använd minst { $min } tecken.
   *[other] Använd minst { $min } tecken.
  }
password-too-long = { $max ->
    [one] Använd högst { $max } tecken.
   *[other] Använd högst { $max } tecken.
  }
password-common = För lätt att gissa. Välj något ovanligare.
password-breached = Finns i en dataläcka. Välj ett annat.
password-personal = Ta inte med delar av din e‑postadress.
password-product-name = Ta inte med tjänstens namn.
password-same-as-before = Det är ditt nuvarande lösenord. Välj ett nytt.
second-factor-required = Tvåstegsverifiering är på för det här kontot. Ange koden från din autentiseringsapp, och ditt nya lösenord igen.
second-factor-invalid = Koden stämmer inte. Vänta på nästa i appen och ange den tillsammans med ditt nya lösenord.
email-invalid = Ange en adress som namn@example.com.
wait-seconds = { $seconds ->
    [one] För många försök. Försök igen om { $seconds } sekund.
   *[other] För många försök. Försök igen om { $seconds } sekunder.
  }
wait-minutes = { $minutes ->
    [one] För många försök. Försök igen om { $minutes } minut.
   *[other] För många försök. Försök igen om { $minutes } minuter.
  }
wait-hours = { $hours ->
    [one] För många försök. Försök igen om { $hours } timme.
   *[other] För många försök. Försök igen om { $hours } timmar.
  }
wait-days = { $days ->
    [one] För många försök. Försök igen om { $days } dag.
   *[other] För många försök. Försök igen om { $days } dagar.
  }
malformed-request = Vi kunde inte läsa det där. Försök igen.
cross-site-request = Det här kom från en annan webbplats, så vi gjorde ingenting. Om det var du kan du försöka igen här.
internal-error = Något gick fel hos oss. Försök igen om några minuter.

expired-title = Länken har gått ut
expired-text = För att skydda ditt konto fungerar länkar bara en kort stund. Be om en ny så kan du snart fortsätta.
used-title = Länken har redan använts
used-text = Den användes för att välja ett nytt lösenord. Om det inte var du bör du be om en ny länk nu och välja ett annat lösenord.
superseded-title = Det finns ett nyare mejl
superseded-text = Bara länken i ditt senaste mejl fungerar. Öppna den eller be om en ny.
other-device-title = Öppna länken på din andra enhet
other-device-text = Den fungerar bara där du bad om den. Öppna den där eller ange koden från mejlet i appen där.
invalid-link-title = Länken är ofullständig
invalid-link-text = Kopiera hela länken från mejlet, från första till sista tecknet.

request-title = Glömt lösenordet?
request-new-link = Be om en länk till den här enheten
request-lead = Ange din e‑postadress. Vi skickar en länk så att du kan välja ett nytt lösenord.
request-in-app = För din säkerhet behöver du be om en ny länk i appen.
email = E‑postadress
send = Skicka återställningsmejl
requested-title = Kolla din e‑post
requested-text = Om det finns ett konto för { $email } får du ett mejl med en länk.
requested-spam = Inget efter en minut? Kolla skräpposten och adressen ovan.

freeze-title = Vill du låsa ditt konto?
freeze-lead = Lås ditt konto om det inte var du som ändrade lösenordet. Då kan ingen logga in förrän ett nytt lösenord har valts via mejl.
freeze = Lås kontot
freeze-was-you = Om det var du kan du stänga sidan.
freeze-expired = Länken kan inte längre låsa ditt konto. Återställ lösenordet nu om någon annan har ändrat det.
freeze-superseded-title = Länken låser inte längre ditt konto
freeze-superseded-text = Ditt lösenord ändrades igen efter det här mejlet. Om det inte heller var du, använd länken i det senaste mejlet om en ändring eller återställ lösenordet nu.
frozen-title = Ditt konto är låst
frozen-lead = Ingen kan logga in förrän du har valt ett nytt lösenord. Två steg återstår:
mailbox-step-title = Säkra din inkorg
mailbox-step-text = Ändra lösenordet till din e‑post. Den som ligger bakom det här kunde läsa dina mejl.
frozen-password-title = Välj ett nytt lösenord här
unlocks-account = Det låser upp ditt konto.

mail-reset-subject = Återställ ditt lösenord för { $product }
mail-reset-preheader = { $minutes ->
    [one] Välj ett nytt inom { $minutes } minut.
   *[other] Välj ett nytt inom { $minutes } minuter.
  }
mail-reset-preheader-code = Kod: { $code }
mail-reset-lead = Välj ett nytt lösenord för ditt konto hos { $product }.
mail-same-device = Öppna länken på den enhet där du bad om mejlet.
mail-button = Välj ett nytt lösenord
mail-link-valid = { $minutes ->
    [one] Länken fungerar en gång och gäller i { $minutes } minut.
   *[other] Länken fungerar en gång och gäller i { $minutes } minuter.
  }
mail-link-copy = Fungerar inte knappen? Kopiera den här länken:
mail-code-title = Eller ange den här koden i appen
mail-code-valid = { $minutes ->
    [one] Den fungerar i { $minutes } minut.
   *[other] Den fungerar i { $minutes } minuter.
  } Dela den aldrig med någon. Vi kommer aldrig att be om den.
mail-requested = Begärt
mail-changed = Ändrat
mail-device = Enhet
mail-device-name = { $client } på { $system }
mail-fact = { $label }: { $value }
mail-unrequested-title = Bad du inte om det här?
mail-unrequested-text = Då behöver du inte göra något. Ditt lösenord förblir detsamma, och ingen kan ändra det utan det här mejlet.
mail-unrequested-again = Om du fortsätter att få sådana här mejl, hör av dig till oss:
mail-why-reset = Skickat till { $email } eftersom någon bad om att återställa lösenordet för den adressen.
mail-why-changed = Skickat till { $email }, adressen för ditt konto.

notice-subject = Ditt lösenord för { $product } har ändrats
notice-preheader = Om det var du är allt som det ska. Om inte, lås ditt konto.
notice-lead = Lösenordet för ditt konto hos { $product } har ändrats.
notice-signed-out = Alla enheter loggades ut.
notice-own-change = Om det var du är allt som det ska. Logga in igen med ditt nya lösenord.
notice-not-you-title = Var det inte du?
notice-lock-title = Lås ditt konto
notice-link-valid = { $days ->
    [one] Då kan ingen logga in förrän ett nytt lösenord har valts via mejl. Länken fungerar i { $days } dag.
   *[other] Då kan ingen logga in förrän ett nytt lösenord har valts via mejl. Länken fungerar i { $days } dagar.
  }
notice-recovery-title = Välj ett nytt lösenord i { $product }
notice-support-title = Hör av dig till oss
