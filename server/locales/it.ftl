# Translation of en.ftl.

language = Lingua:
support = Hai bisogno di aiuto?
help = Aiuto
privacy = Privacy
terms = Termini

reset-title = Scegli una nuova password
open-app-lead = Se hai l’app su questo dispositivo, continua lì.
open-app = Apri l’app
or-set-it-here = oppure sceglila qui
get-app = Scarica l’app:
code-title = Inserisci questo codice nell’app
code-lead = Scrivilo dove hai chiesto di reimpostare la password.
link-label = Link dell’email
link-hint = Copia tutto il link dall’email e incollalo qui.
new-password = Nuova password
policy = { $min ->
    [one] Almeno { $min } carattere.
   *[other] Almeno { $min } caratteri.
  } Alcune parole senza legami tra loro sono facili da ricordare.
repeat-password = Ripeti la nuova password
show-passwords = Mostra password
second-factor = Codice della tua app di autenticazione
set-password = Cambia password

done-title = Password cambiata
done-signed-out = Tutti gli altri dispositivi sono stati disconnessi. Per usarli, accedi di nuovo con la nuova password.
done-close = Puoi chiudere questa pagina e accedere.

error-summary-title = Correggi quanto segue:
link-missing = Incolla tutto il link dell’email.
password-missing = Inserisci una nuova password.
passwords-differ = Le password non corrispondono. Riscrivile entrambe.
password-too-short = { $min ->
    [one] Usa almeno { $min } carattere.
   *[other] Usa almeno { $min } caratteri.
  }
password-too-long = { $max ->
    [one] Usa al massimo { $max } carattere.
   *[other] Usa al massimo { $max } caratteri.
  }
password-common = Troppo facile da indovinare. Scegli qualcosa di meno comune.
password-breached = Compare in una violazione di dati. Scegline un’altra.
password-personal = Togli le parti del tuo indirizzo email.
password-product-name = Togli il nome di questo servizio.
password-same-as-before = Questa è la tua password attuale. Scegline una nuova.
second-factor-required = Per questo account è attiva la verifica in due passaggi. Inserisci il codice della tua app di autenticazione e, di nuovo, la nuova password.
second-factor-invalid = Il codice non è corretto. Aspetta il prossimo nella tua app, poi inseriscilo insieme alla nuova password.
email-invalid = Inseriscilo così: nome@example.com.
wait-seconds = { $seconds ->
    [one] Troppi tentativi. Riprova tra { $seconds } secondo.
   *[other] Troppi tentativi. Riprova tra { $seconds } secondi.
  }
wait-minutes = { $minutes ->
    [one] Troppi tentativi. Riprova tra { $minutes } minuto.
   *[other] Troppi tentativi. Riprova tra { $minutes } minuti.
  }
wait-hours = { $hours ->
    [one] Troppi tentativi. Riprova tra { $hours } ora.
   *[other] Troppi tentativi. Riprova tra { $hours } ore.
  }
wait-days = { $days ->
    [one] Troppi tentativi. Riprova tra { $days } giorno.
   *[other] Troppi tentativi. Riprova tra { $days } giorni.
  }
malformed-request = Non siamo riusciti a leggere la richiesta. Riprova.
cross-site-request = La richiesta arriva da un altro sito, quindi non abbiamo fatto nulla. Se eri tu, riprova qui.
internal-error = Si è verificato un problema da parte nostra. Riprova tra qualche minuto.

expired-title = Questo link è scaduto
expired-text = I link valgono per poco tempo, così il tuo account è al sicuro. Richiedine uno nuovo: basta un attimo.
used-title = Questo link è già stato usato
used-text = È servito per scegliere una nuova password. Se non eri tu, richiedi subito un nuovo link e scegli un’altra password.
superseded-title = C’è un’email più recente
superseded-text = Funziona solo il link dell’email più recente. Apri quello o richiedine un altro.
other-device-title = Apri questo link sull’altro dispositivo
other-device-text = Funziona solo dove l’hai richiesto. Aprilo lì oppure inserisci il codice dell’email nell’app di quel dispositivo.
invalid-link-title = Questo link non è completo
invalid-link-text = Copialo per intero dall’email, dal primo all’ultimo carattere.

request-title = Password dimenticata?
request-new-link = Richiedi un link per questo dispositivo
request-lead = Inserisci il tuo indirizzo email e ti invieremo un link per scegliere una nuova password.
request-in-app = Per la tua sicurezza, richiedi un nuovo link nell’app.
email = Indirizzo email
send = Invia l’email
requested-title = Controlla la posta
requested-text = Se esiste un account per { $email }, riceverai un’email con un link.
requested-spam = Ancora niente dopo un minuto? Guarda nello spam e controlla l’indirizzo qui sopra.

freeze-title = Vuoi bloccare l’account?
freeze-lead = Se non hai cambiato tu la password, blocca il tuo account. Nessuno potrà accedere finché la password non verrà reimpostata tramite email.
freeze = Blocca account
freeze-was-you = Se eri tu, puoi chiudere questa pagina.
freeze-expired = Questo link non può più bloccare il tuo account. Se qualcun altro ha cambiato la tua password, reimpostala subito.
freeze-superseded-title = Questo link non blocca più il tuo account
freeze-superseded-text = Dopo questa email la password è stata cambiata di nuovo. Se nemmeno quella volta eri tu, usa il link dell’ultima email che segnala una modifica oppure reimposta subito la password.
frozen-title = Il tuo account è bloccato
frozen-lead = Nessuno può accedere finché non scegli una nuova password. Mancano due passaggi:
mailbox-step-title = Metti al sicuro la tua casella
mailbox-step-text = Cambia la password della casella. Chi ha fatto questo potrebbe leggere le tue email.
frozen-password-title = Scegli qui una nuova password
unlocks-account = Così il tuo account si sblocca.

mail-reset-subject = Reimposta la tua password di { $product }
mail-reset-preheader = { $minutes ->
    [one] Scegline una nuova entro { $minutes } minuto.
   *[other] Scegline una nuova entro { $minutes } minuti.
  }
mail-reset-preheader-code = Codice: { $code }
mail-reset-lead = Scegli una nuova password per il tuo account { $product }.
mail-same-device = Apri il link sul dispositivo da cui hai richiesto questa email.
mail-button = Scegli una nuova password
mail-link-valid = { $minutes ->
    [one] Il link funziona una volta sola, per { $minutes } minuto.
   *[other] Il link funziona una volta sola, per { $minutes } minuti.
  }
mail-link-copy = Il pulsante non funziona? Copia questo link:
mail-code-title = Oppure inserisci questo codice nell’app
mail-code-valid = { $minutes ->
    [one] Vale per { $minutes } minuto.
   *[other] Vale per { $minutes } minuti.
  } Non comunicarlo a nessuno: noi non te lo chiederemo mai.
mail-requested = Richiesta il
mail-changed = Cambiata il
mail-device = Dispositivo
mail-device-name = { $client } su { $system }
mail-fact = { $label }: { $value }
mail-unrequested-title = Non l’hai richiesta tu?
mail-unrequested-text = Non devi fare nulla. La tua password resta la stessa e nessuno può cambiarla senza questa email.
mail-unrequested-again = Se continui a ricevere email come questa, avvisaci:
mail-why-reset = Inviata a { $email } perché qualcuno ha chiesto di reimpostare la password per questo indirizzo.
mail-why-changed = Inviata a { $email }, l’indirizzo del tuo account.

notice-subject = La tua password di { $product } è stata cambiata
notice-preheader = Se eri tu, è tutto a posto. Altrimenti blocca il tuo account.
notice-lead = La password del tuo account { $product } è stata cambiata.
notice-signed-out = Tutti i dispositivi sono stati disconnessi.
notice-own-change = Se eri tu, è tutto a posto. Accedi di nuovo con la nuova password.
notice-not-you-title = Non eri tu?
notice-lock-title = Blocca il tuo account
notice-link-valid = { $days ->
    [one] Nessuno potrà accedere finché la password non verrà reimpostata tramite email. Questo link funziona per { $days } giorno.
   *[other] Nessuno potrà accedere finché la password non verrà reimpostata tramite email. Questo link funziona per { $days } giorni.
  }
notice-recovery-title = Scegli una nuova password in { $product }
notice-support-title = Avvisaci
