# See en.ftl for the context of each message.

## Everywhere

language = Sprog
dismiss = Luk
show-password = Vis adgangskode
opening = Et øjeblik …
try-again = Prøv igen
cancel = Annuller
or = eller
back = Tilbage
help = Hjælp
still-trying = Vi prøver stadig. Din forbindelse er måske langsom.
privacy = Privatliv
terms = Vilkår
page-open-failed = Vi kunne ikke åbne en browser. Kopiér denne adresse til en browser:
mail-open-failed = Vi kunne ikke åbne en mailapp. Kopiér denne adresse til en mailapp:
problems = Ret følgende:
try-again-in = Prøv igen om { $time }
text-size = Tekststørrelse { $percent } %

## Forgot password

forgot-title = Glemt adgangskoden?
forgot-lead = Indtast din mailadresse. Vi sender dig et link, så du kan vælge en ny adgangskode.
forgot-lead-code = Indtast din mailadresse. Vi sender dig en kode, så du kan vælge en ny adgangskode.
hosted-lead = Du vælger en ny adgangskode på { $host }, som åbner i din browser.
hosted-open = Fortsæt i browseren
hosted-opened-title = Fortsæt i browseren
hosted-opened-text = Vi har åbnet { $host } i din browser. Vælg din nye adgangskode der, og log derefter ind.
hosted-open-again = Åbn siden igen
email = Mailadresse
send = Send nulstillingsmail
sending = Sender …
did-you-mean = Mente du { $suggestion }?
back-to-email = Tilbage til mailen
back-to-sign-in = Tilbage til login

email-missing = Indtast din mailadresse.
email-malformed = Indtast en adresse som navn@example.com.
email-refused = Tjenesten kan ikke bruge den adresse. Tjek den for tastefejl.
code-too-early = Det er en kode, og koder virker kun der, hvor du har bedt om dem. Indtast din mailadresse for at få en ny her.

## Check your email

check-title = Tjek din mail
check-lead = Hvis der findes en konto for { $email }, får du en mail med et link.
check-lead-code = Hvis der findes en konto for { $email }, får du en mail med en kode.
check-lead-both = Hvis der findes en konto for { $email }, får du en mail med et link og en kode.
hosted-check = Linket åbner en side hos tjenesten i din browser. Vælg din nye adgangskode der.
link-lifetime = { $minutes ->
    [one] Åbn linket inden for { $minutes } minut.
   *[other] Åbn linket inden for { $minutes } minutter.
  }
link-lifetime-hours = { $hours ->
    [one] Åbn linket inden for { $hours } time.
   *[other] Åbn linket inden for { $hours } timer.
  }
link-lifetime-days = { $days ->
    [one] Åbn linket inden for { $days } dag.
   *[other] Åbn linket inden for { $days } dage.
  }
check-spam = Intet efter et minut? Tjek din spammappe og adressen ovenfor.
check-spam-quota = Intet efter et minut? Tjek din spammappe og adressen ovenfor. Tjenesten begrænser antallet af mails: Kommer der intet, så prøv igen om en time.
open-mail = Åbn mailappen
mail-app-open-failed = Vi kunne ikke åbne din mailapp. Åbn den selv.
open-webmail = Åbn { $name }
paste-label = Indsæt linket fra mailen
paste-hint = Brug dette, hvis linket ikke åbner appen.
paste-or-code-hint = Hvis der er en kode i mailen, kan du indtaste den i stedet.
code-label = Indtast koden, eller indsæt linket
code-only-label = Indtast koden fra mailen
continue = Fortsæt
checking = Tjekker …
resend = Send igen
resend-in = Send igen om { $time }
resent = Sendt igen. Kun den nyeste mail virker.
change-address = Brug en anden adresse
no-mailbox = Ingen adgang til denne indbakke?
no-mailbox-lead = For at holde fremmede ude sender vi nulstillingsmails udelukkende til kontoens adresse. Du har stadig nogle muligheder:
no-mailbox-provider-title = Få adgang til din indbakke igen
no-mailbox-provider-text = Din mailudbyder kan hjælpe dig.
no-mailbox-other-title = Prøv en anden adresse
no-mailbox-other-text = Brug en, du også har føjet til din konto.
no-mailbox-support-title = Kontakt support
no-mailbox-support-text = Vi beder dig bevise, hvem du er.

no-link-or-code-found = Det er ikke hele koden eller hele linket. Kopiér igen fra mailen.
code-incomplete = Det er ikke hele koden. Kopiér den igen fra mailen.
link-incomplete = Der mangler noget af linket. Kopiér det hele fra mailen.
link-of-other-service = Linket hører til en anden tjeneste.
link-of-click-tracker = Linket går via en tjeneste, der tæller klik. Åbn det fra mailen, eller kopiér koden derfra.
code-wrong = Koden er ikke rigtig. Sammenlign den med koden i den nyeste mail.
code-wrong-tries = { $tries ->
    [one] Koden er ikke rigtig. { $tries } forsøg tilbage.
   *[other] Koden er ikke rigtig. { $tries } forsøg tilbage.
  }
code-wrong-last-try = Koden er ikke rigtig. 1 forsøg tilbage. Lykkes det ikke, så brug linket.
code-only-wrong-last-try = Koden er ikke rigtig. 1 forsøg tilbage. Lykkes det ikke, så send mailen igen.
code-wrong-or-expired = Koden er ikke rigtig, eller den er udløbet. Brug koden i den nyeste mail, eller send mailen igen.
code-expired = Koden er udløbet. Åbn linket i samme mail, eller send mailen igen.
code-used = Denne mail er allerede brugt til at vælge en ny adgangskode.
code-superseded = Der er en nyere mail. Brug koden i den.
code-invalid = Koden virker ikke her. Åbn linket i mailen, eller send mailen igen.
code-only-invalid = Koden er udløbet eller virker ikke her. Send mailen igen.

## Choose a new password

reset-title = Vælg en ny adgangskode
reset-checking = Tjekker dit link …
reset-for = For { $email }
new-password = Ny adgangskode
confirm-password = Gentag ny adgangskode
second-factor = Kode fra din godkendelsesapp
second-factor-hint = Totrinsbekræftelse er slået til for denne konto.
set-password = Skift adgangskode
setting-password = Skifter adgangskode …
rule-length = { $min ->
    [one] Mindst { $min } tegn
   *[other] Mindst { $min } tegn
  }
rule-length-so-far = { $min ->
    [one] { $have } af { $min } tegn
   *[other] { $have } af { $min } tegn
  }
rule-length-refused = { $min ->
    [one] { $have } af { $min } tegn. Der mangler { $more }.
   *[other] { $have } af { $min } tegn. Der mangler { $more }.
  }
rule-leaks = Ikke i kendte datalæk
tip-words = Et par ord uden sammenhæng er nemme at huske.
tip-manager = Gem den i din adgangskode­administrator.
minutes-left = { $minutes ->
    [one] Linket virker i { $minutes } minut endnu.
   *[other] Linket virker i { $minutes } minutter endnu.
  }
hours-left = { $hours ->
    [one] Linket virker i { $hours } time endnu.
   *[other] Linket virker i { $hours } timer endnu.
  }
days-left = { $days ->
    [one] Linket virker i { $days } dag endnu.
   *[other] Linket virker i { $days } dage endnu.
  }
expires-soon-title = { $minutes ->
    [one] Linket udløber om { $minutes } minut
   *[other] Linket udløber om { $minutes } minutter
  }
expires-soon-text = Det, du har skrevet, bliver stående.
renew = Få et nyt link
renewed = Et nyt link er på vej. Når du åbner det, er det, du har skrevet, stadig her.
caps-lock = Caps Lock er slået til.

strength = Styrke
strength-0 = Meget svag
strength-1 = Svag
strength-2 = Rimelig
strength-3 = God
strength-4 = Stærk
advice-common = Mange bruger den eller noget, der minder meget om den.
advice-keyboard = Taster ved siden af hinanden bliver gættet først.
advice-repeat = Gentagelser gør ikke den store forskel.
advice-sequence = Rækkefølger som abc eller 6543 bliver gættet først.
advice-date = Datoer og årstal er nemme at gætte.
advice-word = Et enkelt ord er nemt at gætte.
advice-name = Navne er nemme at gætte.
advice-substitution = Det hjælper ikke meget at skrive @ i stedet for a.
advice-more-words = Tilføj et eller to usædvanlige ord mere.

breach-checking = Tjekker kendte datalæk …
breach-unknown = Vi kunne ikke tjekke kendte datalæk. Du kan godt fortsætte.

password-missing = Indtast en ny adgangskode.
password-refused = Tjenesten godtog ikke adgangskoden. Prøv en længere.
passwords-differ = Adgangskoderne er ikke ens. Indtast nummer to igen, eller vis nummer et.
second-factor-wrong = Koden er ikke rigtig. Indtast den, som din app viser nu. Hver kode virker kun én gang.
too-short = Brug flere tegn.
too-short-min = { $min ->
    [one] Brug mindst { $min } tegn.
   *[other] Brug mindst { $min } tegn.
  }
too-long = Brug færre tegn.
too-long-max = { $max ->
    [one] Brug højst { $max } tegn.
   *[other] Brug højst { $max } tegn.
  }
too-many-bytes = For lang. Der er plads til { $max } almindelige bogstaver og tal. Æ, ø, å, accenter, andre skriftsystemer og emojis fylder to til fire pladser hver.
password-characters = Bland små og store bogstaver, tal og tegn som ! eller ?.
password-common = For nem at gætte. Vælg noget mindre almindeligt.
password-breached = Fundet i et datalæk. Vælg en anden.
password-personal = Udelad dele af din mailadresse.
password-product-name = Udelad tjenestens navn.
password-same = Det er din nuværende adgangskode. Vælg en ny.

## Done

done-title = Adgangskoden er ændret
done-for = Log ind som { $email } med din nye adgangskode.
sessions-ended = Alle andre enheder blev logget ud kl. { $time }. Log ind der med din nye adgangskode.
sessions-kept = Andre enheder er måske stadig logget ind. Hvis en anden kendte din gamle adgangskode, bør du logge enhederne ud i kontoindstillingerne.
close-hint = Du kan lukke vinduet.

## A link that does not work

expired-title = Linket er udløbet
expired-text = For at beskytte din konto virker links kun i kort tid. Få et nyt, så er du hurtigt videre.
invalid-or-expired-title = Linket virker ikke
invalid-or-expired-text = Det er udløbet, allerede brugt eller ufuldstændigt. Kopiér det hele fra den nyeste mail, eller få et nyt.
used-title = Linket er allerede brugt
used-text = Det blev brugt til at vælge en ny adgangskode. Hvis det ikke var dig, skal du bede om et nyt link nu og vælge en anden adgangskode.
superseded-title = Der er en nyere mail
superseded-text = Kun linket i din nyeste mail virker. Åbn det, eller få et nyt.
other-device-title = Åbn linket på din anden enhed
other-device-text = Det virker kun der, hvor du har bedt om det. Åbn det der, eller få et nyt link til denne enhed.
damaged-title = Der mangler noget af linket
damaged-text = Kopiér det hele fra mailen, fra det første til det sidste tegn, eller få et nyt.
other-service-title = Linket er ikke til denne app
other-service-text = Det fører til en anden tjeneste, så vi har ikke sendt noget. Slet mailen, hvis du ikke ventede den.
hosted-link-title = Vælg din adgangskode på tjenestens side
hosted-link-text = Denne app kan ikke bruge linket, så intet er ændret. Åbn det fra mailen i din browser, og vælg din nye adgangskode der.
account-closed-title = Kontoen er spærret
account-closed-text = Tjenesten har spærret den, så din adgangskode er ikke ændret. Kontakt support for at få kontoen åbnet igen.
unsupported-factor-title = Appen understøtter ikke din totrinsbekræftelse
unsupported-factor-text = Kontoen har en type totrinsbekræftelse, som appen ikke understøtter. Din adgangskode er ikke ændret. Kontakt support.
hosted-failed-title = Din adgangskode er ikke ændret
hosted-failed-text = Der blev ikke valgt en ny adgangskode på siden i browseren. Begynd forfra, og åbn siden igen.
return-unknown-title = Vi ved ikke, om din adgangskode er ændret
return-unknown-text = Linket kommer ikke fra en side, som appen har åbnet. Prøv din nye adgangskode. Hvis den ikke virker, så begynd forfra.
send-new-link = Send et nyt link
ask-new-link = Få et nyt link
other-device-ask = Få et link til denne enhed

## The service cannot be reached, or does not answer

offline = Vi kan ikke få forbindelse til tjenesten. Tjek din forbindelse, og prøv igen.
offline-title = Du er offline
offline-text = Vi fortsætter, når du er online igen. Det, du har skrevet, går ikke tabt.
waiting-for-connection = Venter på forbindelse …
wait-title = For mange forsøg
wait-text = Af hensyn til din sikkerhed skal du vente lidt, før du prøver igen.
down-title = Noget gik galt hos os
down-text = Prøv igen om et par minutter. Det, du har skrevet, går ikke tabt.
timed-out = Tjenesten var for længe om at svare. Prøv igen.
tls-error = Vi kunne ikke oprette en sikker forbindelse. På et offentligt wi-fi skal du først logge ind på netværket. Tjek også enhedens dato og klokkeslæt.
proxy-error = Netværkets proxy blokerede forbindelsen til tjenesten. Spørg den, der står for netværket, eller brug et andet netværk.
captcha-required = Tjenesten tjekker, at du ikke er en robot, men appen understøtter ikke det tjek. Vælg en ny adgangskode på tjenestens websted.
rate-limited = For mange forsøg. Prøv igen om { $time }.
rate-limited-no-time = For mange forsøg. Prøv igen om et minut.
not-configured = Appen ved ikke, hvilken tjeneste din konto hører til. Spørg den, du har fået appen af.
unexpected-response = Noget andet end tjenesten svarede. På et offentligt wi-fi skal du først logge ind på netværket. Ellers kan du få hjælp.
invalid-response = Appen forstår ikke tjenestens svar. Prøv igen senere, eller få hjælp.
invalid-response-details = Appen forstår ikke tjenestens svar. Prøv igen senere. Hvis du beder om hjælp, så læs dette op: { $answer }

## Shown once, above the screen

memory-only = Hold appen åben, indtil du er færdig. Enheden kan ikke gemme din anmodning sikkert.
newer-link = Et nyere link blev åbnet. Vi bruger det nu.
bad-link-ignored = Et andet link blev åbnet, men det virker ikke. Du kan fortsætte her.
clock-wrong = Enhedens ur går forkert, så tiderne her passer måske ikke. Indstil dato og klokkeslæt.
