# See en.ftl for the context of each message.

## Everywhere

language = Lingua
dismiss = Chiudi
show-password = Mostra la password
opening = Un momento…
try-again = Riprova
cancel = Annulla
or = oppure
back = Indietro
help = Aiuto
still-trying = Ci stiamo ancora provando. Forse la connessione è lenta.
privacy = Privacy
terms = Condizioni
page-open-failed = Non è stato possibile aprire un browser. Copia questo indirizzo in un browser:
mail-open-failed = Non è stato possibile aprire un’app di posta. Copia questo indirizzo nell’app:
problems = Ricontrolla questi punti:
try-again-in = Riprova tra { $time }
text-size = Dimensione del testo { $percent }%

## Forgot password

forgot-title = Password dimenticata?
forgot-lead = Inserisci l’indirizzo e-mail del tuo account. Ti manderemo un link per scegliere una nuova password.
forgot-lead-code = Inserisci l’indirizzo e-mail del tuo account. Ti manderemo un codice per scegliere una nuova password.
hosted-lead = Sceglierai la nuova password su { $host }, che si apre nel tuo browser.
hosted-open = Apri la pagina
hosted-opened-title = Continua nel browser
hosted-opened-text = Abbiamo aperto { $host } nel tuo browser. Scegli lì la nuova password, poi accedi.
hosted-open-again = Apri di nuovo la pagina
email = Indirizzo e-mail
send = Invia l’e-mail
sending = Invio…
did-you-mean = Volevi dire { $suggestion }?
back-to-email = Torna all’e-mail richiesta
back-to-sign-in = Torna all’accesso

email-missing = Inserisci il tuo indirizzo e-mail.
email-malformed = Non sembra un indirizzo e-mail. Ci vuole una @, come in name@example.org.
email-refused = Il servizio non accetta questo indirizzo. Controlla che non ci siano errori di battitura.
code-too-early = Questo è un codice di recupero. Vale solo dove è stato chiesto: inserisci il tuo indirizzo e-mail per riceverne uno nuovo qui.

## Check your email

check-title = Controlla la posta
check-lead = Se esiste un account per { $email }, un’e-mail con un link è in arrivo.
check-lead-code = Se esiste un account per { $email }, un’e-mail con un codice è in arrivo.
check-lead-both = Se esiste un account per { $email }, riceverai un’email con un link e un codice.
hosted-check = Il suo link apre una pagina di questo servizio nel tuo browser. Scegli lì la nuova password.
check-spam = Può volerci un minuto. Se non arriva nulla, guarda nella cartella della posta indesiderata o controlla l’indirizzo.
open-mail = Apri l’app di posta
mail-app-open-failed = Non è stato possibile aprire l’app di posta. Aprila tu.
open-webmail = Apri { $name }
paste-label = Incolla il link dell’e-mail
paste-hint = Se aprendo il link non arrivi qui.
code-label = Inserisci il codice o incolla il link
code-only-label = Inserisci il codice dell’e-mail
continue = Continua
checking = Controllo…
resend = Invia di nuovo l’email
resend-in = Invia di nuovo tra { $time }
resent = Inviata di nuovo. Usa l’e-mail più recente.
change-address = Usa un altro indirizzo
no-mailbox = Non hai accesso a questa casella?
no-mailbox-lead = Solo chi può leggere questa casella di posta può scegliere una nuova password. Questo ti protegge dagli estranei. Spesso una soluzione c’è:
no-mailbox-provider-title = Recupera l’accesso alla casella
no-mailbox-provider-text = Il tuo fornitore di posta ha una sua procedura per recuperare la casella. Comincia da lì.
no-mailbox-other-title = Prova un altro indirizzo
no-mailbox-other-text = Se al tuo account è collegato anche un altro indirizzo, usa quello.
no-mailbox-support-title = Contatta l’assistenza
no-mailbox-support-text = Altrimenti rivolgiti a chi gestisce questo servizio. Ti chiederà chi sei.

no-link-or-code-found = Non è né il link intero né il codice intero. Copialo di nuovo dall’e-mail.
code-incomplete = Non è il codice intero. Copialo di nuovo dall’e-mail.
link-incomplete = Questo link non è intero. Copialo tutto, dal primo all’ultimo carattere.
link-of-other-service = Questo link è di un altro servizio.
link-of-click-tracker = Questo link passa per un servizio che conta i clic. Aprilo dall’e-mail o copia da lì il codice.
code-wrong = Il codice non è giusto. Confrontalo con quello dell’e-mail più recente.
code-wrong-tries = { $tries ->
    [one] Il codice non è giusto. Hai ancora un tentativo; il link dell’e-mail funziona in ogni caso.
   *[other] Il codice non è giusto. Hai ancora { $tries } tentativi.
  }
code-expired = Questo codice non vale più. Apri il link della stessa e-mail, o chiedi una nuova e-mail.
code-used = Con questa e-mail è già stata impostata una password.
code-superseded = C’è un’e-mail più recente. Usa il codice che trovi lì.
code-invalid = Questo codice non funziona qui. Apri il link dell’e-mail, o chiedi una nuova e-mail.
code-only-invalid = Questo codice non vale più, o non qui. Chiedi una nuova e-mail.

## Choose a new password

reset-title = Scegli una nuova password
reset-checking = Stiamo controllando il tuo link…
reset-for = Per l’account di { $email }.
new-password = Nuova password
confirm-password = Ripeti la nuova password
second-factor = Codice della tua app di autenticazione
second-factor-hint = Questo account è protetto da un’app di questo tipo. Mostra un nuovo codice ogni 30 secondi.
set-password = Imposta nuova password
setting-password = Salvataggio…
rule-length = { $min ->
    [one] Almeno { $min } carattere
   *[other] Almeno { $min } caratteri
  }
rule-length-so-far = { $have } caratteri su { $min }
rule-length-refused = { $have } caratteri su { $min }. Aggiungine { $more }.
rule-leaks = Non presente in violazioni note
tip-words = Più parole che solo tu metteresti insieme sono facili da ricordare.
tip-manager = Salvala nel tuo gestore di password.
minutes-left = { $minutes ->
    [one] Hai ancora un minuto per finire.
   *[other] Hai ancora { $minutes } minuti per finire.
  }
expires-soon-title = Questo link scade tra { $minutes } min
expires-soon-text = Ciò che hai scritto resta qui.
renew = Chiedi un nuovo link
renewed = Una nuova e-mail è in arrivo. Apri il suo link: quello che hai scritto sarà ancora qui.
caps-lock = Bloc Maiusc è attivo.

strength = Sicurezza
strength-0 = molto bassa
strength-1 = bassa
strength-2 = media
strength-3 = alta
strength-4 = molto alta
advice-common = Molte persone usano questa password o una molto simile.
advice-keyboard = I tasti vicini tra loro sono i primi a essere provati.
advice-repeat = Ripetere qualcosa aggiunge molto poco.
advice-sequence = Le sequenze come abc o 6543 sono le prime a essere provate.
advice-date = Anni e date sono facili da indovinare.
advice-word = Una parola sola è facile da indovinare.
advice-name = I nomi sono facili da indovinare.
advice-substitution = Scrivere @ al posto di a non la rende più difficile da indovinare.
advice-more-words = Aggiungi ancora una o due parole: meno sono comuni, meglio è.

breach-checking = Ricerca tra le password rubate…
breach-unknown = Non è stato possibile consultare l’elenco delle password rubate. Puoi continuare.

password-missing = Inserisci una nuova password.
password-refused = Il servizio non accetta questa password. Provane una più lunga.
passwords-differ = Le due password sono diverse. Inserisci di nuovo la seconda, o mostra la prima.
second-factor-wrong = Inserisci il codice che la tua app di autenticazione mostra adesso. Ogni codice vale una volta sola.
too-short = Troppo corta: usa più caratteri.
too-short-min = { $min ->
    [one] Troppo corta: usa almeno { $min } carattere.
   *[other] Troppo corta: usa almeno { $min } caratteri.
  }
too-long = Troppo lunga: usa meno caratteri.
too-long-max = { $max ->
    [one] Troppo lunga: usa al massimo { $max } carattere.
   *[other] Troppo lunga: usa al massimo { $max } caratteri.
  }
too-many-bytes = Troppo lunga: c’è posto per { $max } lettere senza accento e cifre. Le lettere accentate, gli altri alfabeti e le emoji occupano da due a quattro posti ciascuno.
password-characters = Troppo pochi tipi di caratteri: mescola minuscole, maiuscole, cifre e segni come ! o ?.
password-common = Troppo facile da indovinare: molte persone ne usano una simile.
password-breached = È in un elenco di password rubate: scegline un’altra.
password-personal = Contiene una parte del tuo indirizzo e-mail: toglila.
password-product-name = Contiene il nome di questo servizio: toglilo.
password-same = È la tua password attuale: scegline una nuova.

## Done

done-title = La tua password è cambiata
done-for = Accedi come { $email } con la nuova password.
sessions-ended = Tutti gli altri dispositivi sono stati disconnessi alle ore { $time }. Accedi di nuovo lì con la nuova password.
sessions-kept = Altri dispositivi potrebbero essere ancora connessi. Se qualcun altro potrebbe avere la tua vecchia password, disconnettili nelle impostazioni del tuo account.
close-hint = Puoi chiudere questa finestra e accedere.

## A link that does not work

expired-title = Questo link è scaduto
expired-text = Per la tua sicurezza un link vale solo per poco tempo. Per averne uno nuovo basta un momento.
used-title = Questo link è già stato usato
used-text = Con questo link è stata impostata una nuova password. Se non eri tu, chiedi subito un nuovo link e scegli un’altra password.
superseded-title = C’è un’e-mail più recente
superseded-text = Un’e-mail più recente ha sostituito questo link. Apri l’ultima, o chiedine un’altra.
other-device-title = Questo link è di un altro dispositivo
other-device-text = È stato chiesto su un altro dispositivo e funziona solo lì. Aprilo lì, oppure chiedi un nuovo link da qui.
damaged-title = Questo link è danneggiato
damaged-text = Ne manca una parte o qualcosa è cambiato; alcuni programmi di posta rovinano i link. Aprilo di nuovo dall’e-mail, o chiedine uno nuovo.
other-service-title = Questo link è per un altro servizio
other-service-text = Non porta a questo servizio, perciò non è stato inviato nulla da nessuna parte. Se non te lo aspettavi, elimina l’e-mail.
hosted-link-title = La password si sceglie sulla pagina del servizio
hosted-link-text = Questa app non può usare il link, quindi non è cambiato nulla. Aprilo dall’e-mail nel tuo browser e scegli la nuova password su quella pagina.
send-new-link = Mandami un nuovo link
ask-new-link = Chiedi un nuovo link
other-device-ask = Richiedi un link per questo dispositivo

## The service cannot be reached, or does not answer

offline = Il servizio non è raggiungibile. Controlla la connessione, poi riprova.
offline-title = Sei offline
offline-text = Tutto riprende da sé appena torna la connessione; niente di ciò che hai scritto va perso.
waiting-for-connection = In attesa di connessione…
wait-title = Troppi tentativi
wait-text = Aspetta un minuto.
down-title = Il servizio ha un problema in questo momento
down-text = Riprova tra qualche minuto.
timed-out = Il servizio non ha risposto in tempo. Riprova.
tls-error = Non è stato possibile stabilire una connessione sicura con il servizio. Se sei su una rete pubblica, accedi prima alla rete; controlla anche la data e l’ora di questo dispositivo.
proxy-error = Il proxy della tua rete ha rifiutato la connessione al servizio. Chiedi a chi gestisce questa rete, oppure usane un’altra.
rate-limited = Troppi tentativi. Aspetta { $time }.
rate-limited-no-time = Troppi tentativi. Aspetta un minuto.
not-configured = Questa app non sa di quale servizio è il tuo account. Chi te l’ha data può configurarla.
unexpected-response = Al posto del servizio ha risposto qualcos’altro. Se sei su una rete pubblica, accedi prima alla rete; altrimenti chiedi aiuto.
invalid-response = Il servizio ha risposto in un modo che questa app non capisce. Riprova più tardi, oppure chiedi aiuto.
invalid-response-details = Il servizio ha risposto in un modo che questa app non capisce. Riprova più tardi. Se chiedi aiuto, riferisci questo: { $answer }

## Shown once, above the screen

memory-only = Su questo dispositivo non c’è un portachiavi aperto: se chiudi l’app, questa richiesta va persa. Tieni aperta l’app finché non hai finito.
newer-link = È stato aperto un link più recente. Ora si usa quello.
bad-link-ignored = È stato aperto un altro link che non funziona. Puoi continuare qui.
clock-wrong = L’orologio di questo dispositivo è sbagliato, perciò gli orari mostrati qui potrebbero non essere esatti. Imposta la data e l’ora.
