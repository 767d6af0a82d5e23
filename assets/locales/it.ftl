# See en.ftl for the context of each message.

## Everywhere

language = Lingua
dismiss = Chiudi
show-password = Mostra password
opening = Un momento…
try-again = Riprova
cancel = Annulla
or = oppure
back = Indietro
help = Aiuto
still-trying = Ci stiamo ancora provando. Forse la connessione è lenta.
privacy = Privacy
terms = Termini
page-open-failed = Non siamo riusciti ad aprire un browser. Copia questo indirizzo nel tuo:
mail-open-failed = Non siamo riusciti ad aprire un’app di posta. Copia questo indirizzo nella tua:
problems = Correggi quanto segue:
try-again-in = Riprova tra { $time }
text-size = Dimensione testo { $percent }%

## Forgot password

forgot-title = Password dimenticata?
forgot-lead = Inserisci il tuo indirizzo email e ti invieremo un link per scegliere una nuova password.
forgot-lead-code = Inserisci il tuo indirizzo email e ti invieremo un codice per scegliere una nuova password.
hosted-lead = Sceglierai la nuova password su { $host }, che si apre nel browser.
hosted-open = Continua nel browser
hosted-opened-title = Continua nel browser
hosted-opened-text = Abbiamo aperto { $host } nel browser. Scegli lì la nuova password, poi accedi.
hosted-open-again = Apri di nuovo la pagina
email = Indirizzo email
send = Invia l’email
sending = Invio…
did-you-mean = Intendevi { $suggestion }?
back-to-email = Torna all’email
back-to-sign-in = Torna all’accesso

email-missing = Inserisci il tuo indirizzo email.
email-malformed = Inseriscilo così: nome@example.com.
email-refused = Questo servizio non accetta questo indirizzo. Controlla che non ci siano errori di battitura.
code-too-early = Questo è un codice, e vale solo dove l’hai richiesto. Inserisci il tuo indirizzo email per riceverne uno nuovo qui.

## Check your email

check-title = Controlla la posta
check-lead = Se esiste un account per { $email }, riceverai un’email con un link.
check-lead-code = Se esiste un account per { $email }, riceverai un’email con un codice.
check-lead-both = Se esiste un account per { $email }, riceverai un’email con un link e un codice.
hosted-check = Il link apre una pagina di questo servizio nel browser. Scegli lì la nuova password.
link-lifetime = { $minutes ->
    [one] Apri il link entro { $minutes } minuto.
   *[other] Apri il link entro { $minutes } minuti.
  }
link-lifetime-hours = { $hours ->
    [one] Apri il link entro { $hours } ora.
   *[other] Apri il link entro { $hours } ore.
  }
link-lifetime-days = { $days ->
    [one] Apri il link entro { $days } giorno.
   *[other] Apri il link entro { $days } giorni.
  }
check-spam = Ancora niente dopo un minuto? Guarda nello spam e controlla l’indirizzo qui sopra.
check-spam-quota = Ancora niente dopo un minuto? Guarda nello spam e controlla l’indirizzo qui sopra. Questo servizio invia un numero limitato di email: se non arriva nulla, riprova tra un’ora.
open-mail = Apri app di posta
mail-app-open-failed = Non siamo riusciti ad aprire la tua app di posta. Aprila tu.
open-webmail = Apri { $name }
paste-label = Incolla il link dell’email
paste-hint = Se il link non apre l’app.
paste-or-code-hint = Se l’email contiene un codice, puoi inserirlo qui al posto del link.
code-label = Inserisci il codice o incolla il link
code-only-label = Inserisci il codice dell’email
continue = Continua
checking = Controllo…
resend = Reinvia email
resend-in = Reinvia tra { $time }
resent = Inviata di nuovo. Vale solo l’email più recente.
change-address = Usa un altro indirizzo
no-mailbox = Non hai accesso a questa casella?
no-mailbox-lead = Per tenere lontani gli estranei, le email per reimpostare la password arrivano solo all’indirizzo dell’account. Hai ancora qualche possibilità:
no-mailbox-provider-title = Recupera la tua casella
no-mailbox-provider-text = Il tuo provider di posta può aiutarti.
no-mailbox-other-title = Prova un altro indirizzo
no-mailbox-other-text = Usane uno che hai aggiunto al tuo account.
no-mailbox-support-title = Contatta l’assistenza
no-mailbox-support-text = Ti chiederemo di dimostrare chi sei.

no-link-or-code-found = Il codice o il link non è completo. Copialo di nuovo dall’email.
code-incomplete = Il codice non è completo. Copialo di nuovo dall’email.
link-incomplete = Questo link non è completo. Copialo per intero dall’email.
link-of-other-service = Questo link è di un altro servizio.
link-of-click-tracker = Questo link passa da un servizio che conta i clic. Aprilo dall’email oppure copia il codice da lì.
code-wrong = Il codice non è corretto. Confrontalo con quello dell’email più recente.
code-wrong-tries = { $tries ->
    [one] Il codice non è corretto. Hai ancora { $tries } tentativo.
   *[other] Il codice non è corretto. Hai ancora { $tries } tentativi.
  }
code-wrong-last-try = Il codice non è corretto. Hai ancora 1 tentativo; poi usa il link.
code-only-wrong-last-try = Il codice non è corretto. Hai ancora 1 tentativo; poi richiedi un’altra email.
code-wrong-or-expired = Il codice non è corretto o è scaduto. Usa l’email più recente o richiedine un’altra.
code-expired = Questo codice è scaduto. Apri il link nella stessa email o richiedine un’altra.
code-used = Questa email è già stata usata per scegliere una password.
code-superseded = C’è un’email più recente. Usa il codice che trovi lì.
code-invalid = Questo codice non funziona qui. Apri il link nell’email o richiedine un’altra.
code-only-invalid = Questo codice è scaduto o non funziona qui. Richiedi un’altra email.

## Choose a new password

reset-title = Scegli una nuova password
reset-checking = Controllo del link…
reset-for = Per { $email }
new-password = Nuova password
confirm-password = Ripeti la nuova password
second-factor = Codice della tua app di autenticazione
second-factor-hint = Per questo account è attiva la verifica in due passaggi.
set-password = Cambia password
setting-password = Cambio password…
rule-length = { $min ->
    [one] Almeno { $min } carattere
   *[other] Almeno { $min } caratteri
  }
rule-length-so-far = { $have ->
    [one] { $have } carattere su { $min }
   *[other] { $have } caratteri su { $min }
  }
rule-length-refused = { $have ->
    [one] { $have } carattere su { $min }. Aggiungine { $more }.
   *[other] { $have } caratteri su { $min }. Aggiungine { $more }.
  }
rule-leaks = Non compare in violazioni di dati note
tip-words = Alcune parole senza legami tra loro sono facili da ricordare.
tip-manager = Salvala nel tuo gestore di password.
minutes-left = { $minutes ->
    [one] Questo link vale ancora per { $minutes } minuto.
   *[other] Questo link vale ancora per { $minutes } minuti.
  }
hours-left = { $hours ->
    [one] Questo link vale ancora per { $hours } ora.
   *[other] Questo link vale ancora per { $hours } ore.
  }
days-left = { $days ->
    [one] Questo link vale ancora per { $days } giorno.
   *[other] Questo link vale ancora per { $days } giorni.
  }
expires-soon-title = { $minutes ->
    [one] Questo link scade tra { $minutes } minuto
   *[other] Questo link scade tra { $minutes } minuti
  }
expires-soon-text = Quello che hai scritto resta qui.
renew = Richiedi un nuovo link
renewed = Un nuovo link è in arrivo. Aprilo: quello che hai scritto sarà ancora qui.
caps-lock = Bloc Maiusc è attivo.

strength = Sicurezza
strength-0 = Molto debole
strength-1 = Debole
strength-2 = Discreta
strength-3 = Buona
strength-4 = Ottima
advice-common = Molte persone usano questa password o una molto simile.
advice-keyboard = I tasti vicini sono i primi a essere provati.
advice-repeat = Le ripetizioni non aggiungono molto.
advice-sequence = Le sequenze come abc o 6543 sono le prime a essere provate.
advice-date = Date e anni sono facili da indovinare.
advice-word = Una parola sola è facile da indovinare.
advice-name = I nomi sono facili da indovinare.
advice-substitution = Scrivere @ al posto di a non aiuta molto.
advice-more-words = Aggiungi una o due parole poco comuni.

breach-checking = Controllo delle violazioni note…
breach-unknown = Non siamo riusciti a controllare le violazioni di dati note. Puoi continuare.

password-missing = Inserisci una nuova password.
password-refused = Questo servizio non ha accettato la password. Provane una più lunga.
passwords-differ = Le password non corrispondono. Riscrivi la seconda o mostra la prima.
second-factor-wrong = Il codice non è corretto. Inserisci quello che l’app mostra adesso: ogni codice vale una volta sola.
too-short = Usa più caratteri.
too-short-min = { $min ->
    [one] Usa almeno { $min } carattere.
   *[other] Usa almeno { $min } caratteri.
  }
too-long = Usa meno caratteri.
too-long-max = { $max ->
    [one] Usa al massimo { $max } carattere.
   *[other] Usa al massimo { $max } caratteri.
  }
too-many-bytes = Troppo lunga. C’è posto per { $max } cifre e lettere senza accento; lettere accentate, altri alfabeti ed emoji occupano da due a quattro posti ciascuno.
password-characters = Combina minuscole, maiuscole, cifre e simboli come ! o ?.
password-common = Troppo facile da indovinare. Scegli qualcosa di meno comune.
password-breached = Compare in una violazione di dati. Scegline un’altra.
password-personal = Togli le parti del tuo indirizzo email.
password-product-name = Togli il nome di questo servizio.
password-same = Questa è la tua password attuale. Scegline una nuova.

## Done

done-title = Password cambiata
done-for = Accedi come { $email } con la nuova password.
sessions-ended = Tutti gli altri dispositivi sono stati disconnessi alle { $time }. Per usarli, accedi di nuovo con la nuova password.
sessions-kept = Su altri dispositivi l’accesso potrebbe essere ancora attivo. Se qualcun altro conosceva la vecchia password, disconnettili nelle impostazioni del tuo account.
close-hint = Puoi chiudere questa finestra.

## A link that does not work

expired-title = Questo link è scaduto
expired-text = I link valgono per poco tempo, così il tuo account è al sicuro. Richiedine uno nuovo: basta un attimo.
invalid-or-expired-title = Questo link non funziona
invalid-or-expired-text = È scaduto, è già stato usato o è incompleto. Copialo per intero dall’email più recente o richiedine uno nuovo.
used-title = Questo link è già stato usato
used-text = È servito per scegliere una nuova password. Se non eri tu, richiedi subito un nuovo link e scegli un’altra password.
superseded-title = C’è un’email più recente
superseded-text = Funziona solo il link dell’email più recente. Apri quello o richiedine un altro.
other-device-title = Apri questo link sull’altro dispositivo
other-device-text = Funziona solo dove l’hai richiesto. Aprilo lì oppure richiedi un nuovo link per questo dispositivo.
damaged-title = Questo link non è completo
damaged-text = Copialo per intero dall’email, dal primo all’ultimo carattere, oppure richiedine uno nuovo.
other-service-title = Questo link non è per questa app
other-service-text = Porta a un altro servizio, quindi non abbiamo inviato nulla. Se non aspettavi questa email, eliminala.
hosted-link-title = Scegli la password sulla pagina del servizio
hosted-link-text = Questa app non può usare il link, quindi non è cambiato nulla. Aprilo dall’email nel browser e scegli lì la nuova password.
account-closed-title = Questo account è bloccato
account-closed-text = Il servizio l’ha bloccato, quindi la password non è cambiata. Contatta l’assistenza per sbloccarlo.
unsupported-factor-title = Questa app non supporta il tuo metodo di verifica
unsupported-factor-text = Per questo account è attiva la verifica in due passaggi con un metodo che questa app non supporta. La password non è cambiata. Contatta l’assistenza.
hosted-failed-title = La password non è cambiata
hosted-failed-text = Nella pagina aperta nel browser non è stata impostata una nuova password. Ricomincia e apri di nuovo la pagina.
return-unknown-title = Non sappiamo se la password è cambiata
return-unknown-text = Questo link non viene da una pagina aperta dall’app. Prova la nuova password; se non funziona, ricomincia.
send-new-link = Invia un nuovo link
ask-new-link = Richiedi un nuovo link
other-device-ask = Richiedi un link per questo dispositivo

## The service cannot be reached, or does not answer

offline = Non riusciamo a raggiungere il servizio. Controlla la connessione, poi riprova.
offline-title = Sei offline
offline-text = Continueremo quando tornerai online. Niente di ciò che hai scritto è andato perso.
waiting-for-connection = In attesa di connessione…
wait-title = Troppi tentativi
wait-text = Per la tua sicurezza, aspetta un momento prima di riprovare.
down-title = Si è verificato un problema da parte nostra
down-text = Riprova tra qualche minuto. Niente di ciò che hai scritto è andato perso.
timed-out = Il servizio ha impiegato troppo tempo a rispondere. Riprova.
tls-error = Non siamo riusciti a stabilire una connessione sicura. Se usi un Wi-Fi pubblico, prima accedi alla rete. Controlla anche la data e l’ora di questo dispositivo.
proxy-error = Il proxy della tua rete ha bloccato la connessione al servizio. Chiedi a chi gestisce la rete o usane un’altra.
captcha-required = Questo servizio verifica che tu non sia un robot, ma in questa app non è possibile farlo. Scegli una nuova password sul sito del servizio.
rate-limited = Troppi tentativi. Riprova tra { $time }.
rate-limited-no-time = Troppi tentativi. Riprova tra un minuto.
not-configured = Questa app non sa di quale servizio è il tuo account. Chiedi a chi te l’ha data.
unexpected-response = Al posto del servizio ha risposto qualcos’altro. Se usi un Wi-Fi pubblico, prima accedi alla rete; altrimenti chiedi aiuto.
invalid-response = Questa app non capisce la risposta del servizio. Riprova più tardi o chiedi aiuto.
invalid-response-details = Questa app non capisce la risposta del servizio. Riprova più tardi. Se chiedi aiuto, riferisci questo: { $answer }

## Shown once, above the screen

memory-only = Tieni aperta questa app finché non hai finito. Questo dispositivo non può conservare la tua richiesta in modo sicuro.
newer-link = È stato aperto un link più recente. Useremo quello.
bad-link-ignored = È stato aperto un altro link, ma non funziona. Puoi continuare qui.
clock-wrong = L’orologio di questo dispositivo non è esatto, quindi gli orari indicati qui potrebbero essere sbagliati. Imposta data e ora.
