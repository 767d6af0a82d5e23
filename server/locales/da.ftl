# Translation of en.ftl.
language = Sprog:
support = Brug for hjælp?
help = Hjælp
privacy = Privatliv
terms = Vilkår

reset-title = Vælg en ny adgangskode
open-app-lead = Har du appen på denne enhed? Så fortsæt der.
open-app = Åbn appen
or-set-it-here = eller gør det her på siden
get-app = Hent appen:
code-title = Indtast denne kode i appen
code-lead = Indtast den der, hvor du har bedt om nulstillingen.
link-label = Link fra mailen
link-hint = Kopiér hele linket fra mailen, og indsæt det her.
new-password = Ny adgangskode
policy = { $min ->
    [one] Mindst { $min } tegn.
   *[other] Mindst { $min } tegn.
  } Et par ord uden sammenhæng er nemme at huske.
repeat-password = Gentag ny adgangskode
show-passwords = Vis adgangskode
second-factor = Kode fra din godkendelsesapp
set-password = Skift adgangskode

done-title = Adgangskoden er ændret
done-signed-out = Alle andre enheder blev logget ud. Log ind der med din nye adgangskode.
done-close = Du kan lukke siden og logge ind.

error-summary-title = Ret følgende:
link-missing = Indsæt hele linket fra mailen.
password-missing = Indtast en ny adgangskode.
passwords-differ = Adgangskoderne er ikke ens. Indtast begge igen.
password-too-short = { $min ->
    [one] Brug mindst { $min } tegn.
   *[other] Brug mindst { $min } tegn.
  }
password-too-long = { $max ->
    [one] Brug højst { $max } tegn.
   *[other] Brug højst { $max } tegn.
  }
password-common = For nem at gætte. Vælg noget mindre almindeligt.
password-breached = Fundet i et datalæk. Vælg en anden.
password-personal = Udelad dele af din mailadresse.
password-product-name = Udelad tjenestens navn.
password-same-as-before = Det er din nuværende adgangskode. Vælg en ny.
second-factor-required = Totrinsbekræftelse er slået til for denne konto. Indtast koden fra din godkendelsesapp, og indtast din nye adgangskode igen.
second-factor-invalid = Koden er ikke rigtig. Vent på den næste i din app, og indtast den sammen med din nye adgangskode.
email-invalid = Indtast en adresse som navn@example.com.
wait-seconds = { $seconds ->
    [one] For mange forsøg. Prøv igen om { $seconds } sekund.
   *[other] For mange forsøg. Prøv igen om { $seconds } sekunder.
  }
wait-minutes = { $minutes ->
    [one] For mange forsøg. Prøv igen om { $minutes } minut.
   *[other] For mange forsøg. Prøv igen om { $minutes } minutter.
  }
wait-hours = { $hours ->
    [one] For mange forsøg. Prøv igen om { $hours } time.
   *[other] For mange forsøg. Prøv igen om { $hours } timer.
  }
wait-days = { $days ->
    [one] For mange forsøg. Prøv igen om { $days } dag.
   *[other] For mange forsøg. Prøv igen om { $days } dage.
  }
malformed-request = Det kunne vi ikke læse. Prøv igen.
cross-site-request = Det kom fra et andet website, så vi har ikke gjort noget. Hvis det var dig, kan du prøve igen her.
internal-error = Noget gik galt hos os. Prøv igen om et par minutter.

expired-title = Linket er udløbet
expired-text = For at beskytte din konto virker links kun i kort tid. Få et nyt, så er du hurtigt videre.
used-title = Linket er allerede brugt
used-text = Det blev brugt til at vælge en ny adgangskode. Hvis det ikke var dig, skal du bede om et nyt link nu og vælge en anden adgangskode.
superseded-title = Der er en nyere mail
superseded-text = Kun linket i din nyeste mail virker. Åbn det, eller få et nyt.
other-device-title = Åbn linket på din anden enhed
other-device-text = Det virker kun der, hvor du har bedt om det. Åbn det der, eller indtast dér koden fra mailen i appen.
invalid-link-title = Der mangler noget af linket
invalid-link-text = Kopiér det hele fra mailen, fra det første til det sidste tegn.

request-title = Glemt adgangskoden?
request-new-link = Få et link til denne enhed
request-lead = Indtast din mailadresse. Vi sender dig et link, så du kan vælge en ny adgangskode.
request-in-app = Af hensyn til din sikkerhed skal du bede om et nyt link i appen.
email = Mailadresse
send = Send nulstillingsmail
requested-title = Tjek din mail
requested-text = Hvis der findes en konto for { $email }, får du en mail med et link.
requested-spam = Intet efter et minut? Tjek din spammappe og adressen ovenfor.

freeze-title = Vil du låse din konto?
freeze-lead = Lås din konto, hvis du ikke selv har ændret adgangskoden. Så kan ingen logge ind, før der er valgt en ny adgangskode via mail.
freeze = Lås kontoen
freeze-was-you = Hvis det var dig, kan du lukke siden.
freeze-expired = Linket kan ikke længere låse din konto. Hvis en anden har ændret din adgangskode, skal du nulstille den nu.
freeze-superseded-title = Linket låser ikke længere din konto
freeze-superseded-text = Din adgangskode er ændret igen efter denne mail. Hvis det heller ikke var dig, skal du bruge linket i den nyeste mail om en ændring eller nulstille din adgangskode nu.
frozen-title = Din konto er låst
frozen-lead = Ingen kan logge ind, før du vælger en ny adgangskode. Der er to trin tilbage:
mailbox-step-title = Beskyt din indbakke
mailbox-step-text = Skift adgangskoden til din mail. Den, der står bag, kunne læse dine mails.
frozen-password-title = Vælg en ny adgangskode her
unlocks-account = Det låser din konto op.

mail-reset-subject = Nulstil din adgangskode til { $product }
mail-reset-preheader = { $minutes ->
    [one] Vælg en ny inden for { $minutes } minut.
   *[other] Vælg en ny inden for { $minutes } minutter.
  }
mail-reset-preheader-code = Kode: { $code }
mail-reset-lead = Vælg en ny adgangskode til din konto hos { $product }.
mail-same-device = Åbn linket på den enhed, hvor du bad om denne mail.
mail-button = Vælg en ny adgangskode
mail-link-valid = { $minutes ->
    [one] Linket virker én gang og kun i { $minutes } minut.
   *[other] Linket virker én gang og kun i { $minutes } minutter.
  }
mail-link-copy = Virker knappen ikke? Kopiér dette link:
mail-code-title = Eller indtast denne kode i appen
mail-code-valid = { $minutes ->
    [one] Den virker i { $minutes } minut.
   *[other] Den virker i { $minutes } minutter.
  } Del den aldrig med nogen. Vi beder dig aldrig om den.
mail-requested = Anmodning
mail-changed = Ændret
mail-device = Enhed
mail-device-name = { $client } på { $system }
mail-fact = { $label }: { $value }
mail-unrequested-title = Har du ikke bedt om dette?
mail-unrequested-text = Så behøver du ikke gøre noget. Din adgangskode forbliver den samme, og ingen kan ændre den uden denne mail.
mail-unrequested-again = Hvis du bliver ved med at få sådanne mails, så giv os besked:
mail-why-reset = Sendt til { $email }, fordi nogen bad om at nulstille adgangskoden for denne adresse.
mail-why-changed = Sendt til { $email }, som er adressen på din konto.

notice-subject = Din adgangskode til { $product } er ændret
notice-preheader = Hvis det var dig, er alt i orden. Hvis ikke, så lås din konto.
notice-lead = Adgangskoden til din konto hos { $product } er ændret.
notice-signed-out = Alle enheder blev logget ud.
notice-own-change = Hvis det var dig, er alt i orden. Log ind igen med din nye adgangskode.
notice-not-you-title = Var det ikke dig?
notice-lock-title = Lås din konto
notice-link-valid = { $days ->
    [one] Så kan ingen logge ind, før der er valgt en ny adgangskode via mail. Linket virker i { $days } dag.
   *[other] Så kan ingen logge ind, før der er valgt en ny adgangskode via mail. Linket virker i { $days } dage.
  }
notice-recovery-title = Vælg en ny adgangskode i { $product }
notice-support-title = Giv os besked
