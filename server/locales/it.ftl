# Translation of en.ftl.
language = Lingua:
support = Hai bisogno di aiuto? Rivolgiti qui:
help = Aiuto
privacy = Privacy
terms = Condizioni

reset-title = Scegli una nuova password
open-app-lead = Se l’app è su questo dispositivo, continua lì.
open-app = Apri l’app
or-set-it-here = oppure impostala qui
get-app = Scarica l’app:
code-title = Il tuo codice
code-lead = Scrivilo dove hai fatto la richiesta.
link-label = Link ricevuto per e‑mail
link-hint = Copia il link intero dall’e‑mail e incollalo qui.
new-password = Nuova password
policy = { $min ->
    [one] Almeno { $min } carattere.
   *[other] Almeno { $min } caratteri.
  } Più parole che solo tu metteresti insieme sono facili da ricordare.
repeat-password = Ripeti la nuova password
show-passwords = Mostra quello che scrivo
second-factor = Codice della tua app di autenticazione
set-password = Imposta la nuova password

done-title = La tua password è cambiata
done-signed-out = Tutti gli altri dispositivi sono stati disconnessi. Accedi di nuovo lì con la nuova password.
done-close = Puoi chiudere questa pagina e accedere.

error-summary-title = C’è ancora qualcosa da correggere
link-missing = Incolla il link intero dell’e‑mail.
password-missing = Scrivi una nuova password.
passwords-differ = Le due password sono diverse. Scrivile di nuovo entrambe.
password-too-short = { $min ->
    [one] Troppo corta: usa almeno { $min } carattere.
   *[other] Troppo corta: usa almeno { $min } caratteri.
  }
password-too-long = { $max ->
    [one] Troppo lunga: usa al massimo { $max } carattere.
   *[other] Troppo lunga: usa al massimo { $max } caratteri.
  }
password-common = Troppo facile da indovinare: molte persone ne usano una simile.
password-breached = È in un elenco di password rubate: scegline un’altra.
password-personal = Contiene una parte del tuo indirizzo e‑mail: toglila.
password-product-name = Contiene il nome di questo servizio: toglilo.
password-same-as-before = È la tua password attuale: scegline una nuova.
second-factor-required = Questo account è protetto anche da un’app di autenticazione. Scrivi il suo codice e, ancora una volta, la nuova password.
second-factor-invalid = Non è il codice valido in questo momento. Aspetta il prossimo nella tua app di autenticazione e scrivi ancora una volta la nuova password.
email-invalid = Non sembra un indirizzo e‑mail. Ci vuole una @, come in nome@example.org.
wait-seconds = { $seconds ->
    [one] Troppi tentativi. Aspetta { $seconds } secondo.
   *[other] Troppi tentativi. Aspetta { $seconds } secondi.
  }
wait-minutes = { $minutes ->
    [one] Troppi tentativi. Aspetta { $minutes } minuto.
   *[other] Troppi tentativi. Aspetta { $minutes } minuti.
  }
malformed-request = Quello che è stato inviato non si può leggere. Riprova.
cross-site-request = Questo è stato inviato da un altro sito, perciò non è stato fatto nulla. Se eri tu, riprova qui.
internal-error = Il servizio ha un problema in questo momento. Riprova tra qualche minuto.

expired-title = Questo link è scaduto
expired-text = Per la tua sicurezza un link vale solo per poco tempo. Per averne uno nuovo basta un momento.
used-title = Questo link è già stato usato
used-text = Con questo link è stata impostata una nuova password. Se non eri tu, chiedi subito un nuovo link e scegli un’altra password.
superseded-title = C’è un’e‑mail più recente
superseded-text = Un’e‑mail più recente ha sostituito questo link. Apri l’ultima, o chiedine un’altra.
other-device-title = Questo link appartiene a un altro dispositivo
other-device-text = È stato richiesto su un altro dispositivo e funziona solo lì. Aprilo lì, oppure scrivi il codice dell’e‑mail nell’app di quel dispositivo.
invalid-link-title = Questo link è danneggiato
invalid-link-text = Ne manca una parte, o è cambiata; alcuni programmi di posta rovinano i link. Aprilo di nuovo dall’e‑mail.

request-title = Password dimenticata?
request-new-link = Chiedi un nuovo link da qui
request-lead = Scrivi l’indirizzo e‑mail del tuo account. Ti manderemo un link per scegliere una nuova password.
request-in-app = Per la tua sicurezza un nuovo link si può chiedere solo nell’app.
email = Indirizzo e‑mail
send = Invia l’e‑mail
requested-title = Controlla la posta
requested-text = Se esiste un account per { $email }, un’e‑mail con un link è in arrivo.
requested-spam = Può volerci un minuto. Se non arriva nulla, guarda nella cartella della posta indesiderata, o controlla l’indirizzo.

freeze-title = Non eri tu?
freeze-lead = Se qualcun altro ha cambiato la tua password, blocca l’account. Così nessuno potrà accedere finché non verrà impostata una nuova password tramite e‑mail.
freeze = Blocca l’account
freeze-was-you = Se eri tu, puoi chiudere questa pagina.
freeze-expired = Non può più bloccare l’account. Se qualcun altro ha cambiato la tua password, chiedine subito una nuova.
freeze-superseded-title = Questo link non blocca più l’account
freeze-superseded-text = Dopo questa e‑mail la password è stata cambiata di nuovo. Se anche quella volta non sei stato tu, usa il link nell’ultima e‑mail che annuncia una modifica, o chiedi subito una nuova password.
frozen-title = L’account è bloccato
frozen-lead = Nessuno può accedere finché non scegli una nuova password. Mancano due passi:
mailbox-step-title = Metti al sicuro la tua casella di posta
mailbox-step-text = Cambia la password della tua casella di posta: chi ha fatto questo poteva leggere le tue e‑mail.
frozen-password-title = Scegli qui una nuova password
unlocks-account = Così l’account si sblocca.

mail-reset-subject = Imposta una nuova password per { $product }
mail-reset-preheader = { $minutes ->
    [one] Scegline una nuova entro { $minutes } minuto.
   *[other] Scegline una nuova entro { $minutes } minuti.
  }
mail-reset-preheader-code = Codice: { $code }
mail-reset-lead = Qualcuno, probabilmente tu, ha chiesto di impostare una nuova password per il tuo account { $product }.
mail-same-device = Apri il link sul dispositivo da cui l’hai chiesto.
mail-button = Imposta una nuova password
mail-link-valid = { $minutes ->
    [one] Il link funziona una volta sola, per { $minutes } minuto.
   *[other] Il link funziona una volta sola, per { $minutes } minuti.
  }
mail-link-copy = Se il pulsante non funziona, copia questo link e incollalo nell’app o nel browser:
mail-code-title = Oppure scrivi questo codice
mail-code-valid = { $minutes ->
    [one] Vale { $minutes } minuto, nell’app sul dispositivo da cui l’hai chiesto.
   *[other] Vale { $minutes } minuti, nell’app sul dispositivo da cui l’hai chiesto.
  } Non darlo a nessuno; noi non te lo chiederemo mai.
mail-requested = Richiesto
mail-changed = Modificata
mail-device = Dispositivo
mail-device-name = { $client } su { $system }
mail-fact = { $label }: { $value }
mail-unrequested-title = Non l’hai chiesto tu?
mail-unrequested-text = Allora non c’è niente da fare: la tua password resta com’è, e senza questa e‑mail nessuno può cambiarla.
mail-unrequested-again = Se continuano ad arrivare e‑mail come questa, avvisaci:
mail-why-reset = Inviata a { $email } perché qualcuno ha chiesto di cambiare la sua password.
mail-why-changed = Inviata a { $email }, l’indirizzo del tuo account.

notice-subject = La tua password di { $product } è stata cambiata
notice-preheader = Se eri tu, va tutto bene. Altrimenti blocca l’account.
notice-lead = La password del tuo account { $product } è stata cambiata.
notice-signed-out = Tutti i dispositivi sono stati disconnessi.
notice-own-change = Eri tu? Allora va tutto bene: accedi con la nuova password.
notice-not-you-title = Non eri tu?
notice-lock-title = Blocca l’account
notice-link-valid = { $days ->
    [one] Il link funziona per { $days } giorno.
   *[other] Il link funziona per { $days } giorni.
  }
notice-recovery-title = Scegli una nuova password in { $product }
notice-support-title = Avvisaci
