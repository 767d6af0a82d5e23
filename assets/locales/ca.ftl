# See en.ftl for the context of each message.

## Everywhere

language = Llengua
dismiss = Tanca
show-password = Mostra la contrasenya
opening = Un moment…
try-again = Torna-ho a provar
cancel = Cancel·la
or = o
back = Enrere
help = Ajuda
still-trying = Encara ho estem provant. Potser la teva connexió és lenta.
privacy = Privadesa
terms = Condicions
page-open-failed = No hem pogut obrir cap navegador. Copia aquesta adreça al teu:
mail-open-failed = No hem pogut obrir cap aplicació de correu. Copia aquesta adreça a la teva:
problems = Corregeix això:
try-again-in = Torna-ho a provar d’aquí a { $time }
text-size = Mida del text: { $percent } %

## Forgot password

forgot-title = Has oblidat la contrasenya?
forgot-lead = Escriu la teva adreça electrònica i t’enviarem un enllaç per triar una contrasenya nova.
forgot-lead-code = Escriu la teva adreça electrònica i t’enviarem un codi per triar una contrasenya nova.
hosted-lead = Triaràs la contrasenya nova a { $host }, que s’obre al navegador.
hosted-open = Continua al navegador
hosted-opened-title = Continua al navegador
hosted-opened-text = Hem obert { $host } al navegador. Tria-hi la contrasenya nova i després inicia sessió.
hosted-open-again = Torna a obrir la pàgina
email = Adreça electrònica
send = Envia’m el correu
sending = S’està enviant…
did-you-mean = Volies dir { $suggestion }?
back-to-email = Torna al correu
back-to-sign-in = Torna a l’inici de sessió

email-missing = Escriu la teva adreça electrònica.
email-malformed = Escriu-la així: nom@example.com.
email-refused = Aquest servei no admet aquesta adreça. Comprova que estigui ben escrita.
code-too-early = Això és un codi, i només funciona on l’has demanat. Escriu la teva adreça electrònica per rebre’n un de nou aquí.

## Check your email

check-title = Consulta el correu
check-lead = Si hi ha un compte associat a { $email }, rebràs un correu amb un enllaç.
check-lead-code = Si hi ha un compte associat a { $email }, rebràs un correu amb un codi.
check-lead-both = Si hi ha un compte associat a { $email }, rebràs un correu amb un enllaç i un codi.
hosted-check = L’enllaç obre una pàgina d’aquest servei al navegador. Tria-hi la contrasenya nova.
link-lifetime = { $minutes ->
    [one] Tens { $minutes } minut per obrir l’enllaç.
   *[other] Tens { $minutes } minuts per obrir l’enllaç.
  }
link-lifetime-hours = { $hours ->
    [one] Tens { $hours } hora per obrir l’enllaç.
   *[other] Tens { $hours } hores per obrir l’enllaç.
  }
link-lifetime-days = { $days ->
    [one] Tens { $days } dia per obrir l’enllaç.
   *[other] Tens { $days } dies per obrir l’enllaç.
  }
check-spam = No arriba res al cap d’un minut? Mira la carpeta de correu brossa i revisa l’adreça de dalt.
check-spam-quota = No arriba res al cap d’un minut? Mira la carpeta de correu brossa i revisa l’adreça de dalt. Aquest servei envia un nombre limitat de correus: si no arriba res, torna-ho a provar d’aquí a una hora.
open-mail = Obre el correu
mail-app-open-failed = No hem pogut obrir la teva aplicació de correu. Obre-la tu.
open-webmail = Obre { $name }
paste-label = Enganxa l’enllaç del correu
paste-hint = Per si l’enllaç no obre l’aplicació.
paste-or-code-hint = Si el correu porta un codi, també el pots escriure aquí.
code-label = Escriu el codi o enganxa l’enllaç
code-only-label = Escriu el codi del correu
continue = Continua
checking = S’està comprovant…
resend = Torna-ho a enviar
resend-in = Torna-ho a enviar ({ $time })
resent = S’ha tornat a enviar. Només funciona el correu més recent.
change-address = Fes servir una altra adreça
no-mailbox = No tens accés a aquesta bústia?
no-mailbox-lead = Perquè no hi entri ningú més, els correus per restablir la contrasenya només s’envien a l’adreça del compte. Encara tens opcions:
no-mailbox-provider-title = Recupera l’accés a la bústia
no-mailbox-provider-text = El teu proveïdor de correu et pot ajudar.
no-mailbox-other-title = Prova una altra adreça
no-mailbox-other-text = Fes-ne servir una altra que hagis afegit al compte.
no-mailbox-support-title = Contacta amb l’assistència
no-mailbox-support-text = Et demanarem que demostris qui ets.

no-link-or-code-found = El codi o l’enllaç no és complet. Torna’l a copiar del correu.
code-incomplete = El codi no és complet. Torna’l a copiar del correu.
link-incomplete = Aquest enllaç no és complet. Copia’l sencer del correu.
link-of-other-service = Aquest enllaç és d’un altre servei.
link-of-click-tracker = Aquest enllaç passa per un servei que compta els clics. Obre’l des del correu o copia’n el codi.
code-wrong = Aquest codi no és correcte. Compara’l amb el del correu més recent.
code-wrong-tries = { $tries ->
    [one] Aquest codi no és correcte. Et queda { $tries } intent.
   *[other] Aquest codi no és correcte. Et queden { $tries } intents.
  }
code-wrong-last-try = Aquest codi no és correcte. Et queda 1 intent; després, fes servir l’enllaç.
code-only-wrong-last-try = Aquest codi no és correcte. Et queda 1 intent; després, demana un altre correu.
code-wrong-or-expired = Aquest codi no és correcte o ha caducat. Fes servir el correu més recent o demana’n un altre.
code-expired = Aquest codi ha caducat. Obre l’enllaç del mateix correu o demana un altre correu.
code-used = Aquest correu ja s’ha fet servir per triar una contrasenya.
code-superseded = Hi ha un correu més recent. Fes servir el codi que hi trobaràs.
code-invalid = Aquest codi no funciona aquí. Obre l’enllaç del correu o demana un altre correu.
code-only-invalid = Aquest codi ha caducat o no funciona aquí. Demana un altre correu.

## Choose a new password

reset-title = Tria una contrasenya nova
reset-checking = S’està comprovant l’enllaç…
reset-for = Per a { $email }
new-password = Contrasenya nova
confirm-password = Repeteix la contrasenya nova
second-factor = Codi de l’aplicació d’autenticació
second-factor-hint = Aquest compte té activada la verificació en dos passos.
set-password = Canvia la contrasenya
setting-password = S’està canviant la contrasenya…
rule-length = { $min ->
    [one] Almenys { $min } caràcter
   *[other] Almenys { $min } caràcters
  }
rule-length-so-far = { $min ->
    [one] { $have } de { $min } caràcter
   *[other] { $have } de { $min } caràcters
  }
rule-length-refused = { $min ->
    [one] { $have } de { $min } caràcter. Afegeix-ne { $more } més.
   *[other] { $have } de { $min } caràcters. Afegeix-ne { $more } més.
  }
rule-leaks = No surt en cap filtració coneguda
tip-words = Unes quantes paraules sense relació entre elles són fàcils de recordar.
tip-manager = Desa-la al gestor de contrasenyes.
minutes-left = { $minutes ->
    [one] Aquest enllaç funciona { $minutes } minut més.
   *[other] Aquest enllaç funciona { $minutes } minuts més.
  }
hours-left = { $hours ->
    [one] Aquest enllaç funciona { $hours } hora més.
   *[other] Aquest enllaç funciona { $hours } hores més.
  }
days-left = { $days ->
    [one] Aquest enllaç funciona { $days } dia més.
   *[other] Aquest enllaç funciona { $days } dies més.
  }
expires-soon-title = { $minutes ->
    [one] Aquest enllaç caduca d’aquí a { $minutes } minut
   *[other] Aquest enllaç caduca d’aquí a { $minutes } minuts
  }
expires-soon-text = El que has escrit es queda aquí.
renew = Demana un altre enllaç
renewed = Un altre enllaç ja va de camí. Obre’l: el que has escrit continuarà aquí.
caps-lock = El bloqueig de majúscules està activat.

strength = Seguretat
strength-0 = Molt feble
strength-1 = Feble
strength-2 = Acceptable
strength-3 = Bona
strength-4 = Forta
advice-common = Molta gent fa servir aquesta contrasenya o una de molt semblant.
advice-keyboard = Les tecles veïnes són les primeres que es proven.
advice-repeat = Les repeticions no hi afegeixen gaire.
advice-sequence = Les seqüències com abc o 6543 són les primeres que es proven.
advice-date = Les dates i els anys són fàcils d’endevinar.
advice-word = Una sola paraula és fàcil d’endevinar.
advice-name = Els noms són fàcils d’endevinar.
advice-substitution = Canviar a per @ no ajuda gaire.
advice-more-words = Afegeix-hi una o dues paraules poc comunes.

breach-checking = S’estan consultant les filtracions…
breach-unknown = No hem pogut consultar les filtracions conegudes. Pots continuar.

password-missing = Escriu una contrasenya nova.
password-refused = Aquest servei no ha acceptat la contrasenya. Prova’n una de més llarga.
passwords-differ = Les contrasenyes no coincideixen. Torna a escriure la segona o mostra la primera.
second-factor-wrong = Aquest codi no és correcte. Escriu el que l’aplicació mostra ara; cada codi serveix una sola vegada.
too-short = Fes servir més caràcters.
too-short-min = { $min ->
    [one] Fes servir almenys { $min } caràcter.
   *[other] Fes servir almenys { $min } caràcters.
  }
too-long = Fes servir menys caràcters.
too-long-max = { $max ->
    [one] Fes servir com a màxim { $max } caràcter.
   *[other] Fes servir com a màxim { $max } caràcters.
  }
too-many-bytes = Massa llarga. Hi caben { $max } xifres i lletres sense accent; les lletres amb accent, els altres alfabets i els emojis ocupen de dos a quatre llocs cadascun.
password-characters = Barreja minúscules, majúscules, xifres i símbols com ara ! o ?.
password-common = Massa fàcil d’endevinar. Tria alguna cosa menys comuna.
password-breached = Surt en una filtració de dades. Tria’n una altra.
password-personal = No facis servir parts de la teva adreça electrònica.
password-product-name = No facis servir el nom d’aquest servei.
password-same = Aquesta és la contrasenya actual. Tria’n una de nova.

## Done

done-title = Contrasenya canviada
done-for = Inicia sessió com a { $email } amb la contrasenya nova.
sessions-ended = A les { $time } s’ha tancat la sessió a tots els altres dispositius. Torna a iniciar-hi sessió amb la contrasenya nova.
sessions-kept = Potser la sessió continua oberta en altres dispositius. Si algú més sabia la contrasenya antiga, tanca-hi la sessió des de la configuració del compte.
close-hint = Pots tancar aquesta finestra.

## A link that does not work

expired-title = Aquest enllaç ha caducat
expired-text = Els enllaços funcionen poc temps per protegir el teu compte. Demana’n un altre i podràs continuar de seguida.
invalid-or-expired-title = Aquest enllaç no funciona
invalid-or-expired-text = Ha caducat, ja s’ha fet servir o no és complet. Copia’l sencer del correu més recent o demana’n un de nou.
used-title = Aquest enllaç ja s’ha fet servir
used-text = Ha servit per triar una contrasenya nova. Si no has estat tu, demana ara un altre enllaç i tria una altra contrasenya.
superseded-title = Hi ha un correu més recent
superseded-text = Només funciona l’enllaç del correu més recent. Obre aquest o demana’n un altre.
other-device-title = Obre aquest enllaç a l’altre dispositiu
other-device-text = Només funciona on l’has demanat. Obre’l allà o demana un enllaç nou per a aquest dispositiu.
damaged-title = Aquest enllaç no és complet
damaged-text = Copia’l sencer del correu, del primer caràcter a l’últim, o demana’n un de nou.
other-service-title = Aquest enllaç no és per a aquesta aplicació
other-service-text = Porta a un altre servei i, per tant, no hem enviat res. Si no esperaves aquest correu, suprimeix-lo.
hosted-link-title = Tria la contrasenya a la pàgina del servei
hosted-link-text = Aquesta aplicació no pot fer servir l’enllaç i, per tant, no s’ha canviat res. Obre’l des del correu al navegador i tria-hi la contrasenya nova.
account-closed-title = Aquest compte està bloquejat
account-closed-text = El servei l’ha bloquejat i, per tant, la contrasenya no ha canviat. Contacta amb l’assistència per desbloquejar el compte.
unsupported-factor-title = L’aplicació no admet el teu mètode de verificació
unsupported-factor-text = Aquest compte té activada la verificació en dos passos amb un mètode que aquesta aplicació no admet. La contrasenya no ha canviat. Contacta amb l’assistència.
hosted-failed-title = La contrasenya no ha canviat
hosted-failed-text = A la pàgina del navegador no s’ha arribat a desar cap contrasenya nova. Torna a començar i obre la pàgina una altra vegada.
return-unknown-title = No sabem si la contrasenya ha canviat
return-unknown-text = Aquest enllaç no ve de cap pàgina que hagi obert aquesta aplicació. Prova la contrasenya nova; si no funciona, torna a començar.
send-new-link = Envia un altre enllaç
ask-new-link = Demana un altre enllaç
other-device-ask = Demana un enllaç per a aquest dispositiu

## The service cannot be reached, or does not answer

offline = No podem connectar amb el servei. Comprova la connexió i torna-ho a provar.
offline-title = No tens connexió
offline-text = Continuarem quan tornis a tenir connexió. No es perd res del que has escrit.
waiting-for-connection = S’està esperant la connexió…
wait-title = Massa intents
wait-text = Per seguretat, espera un moment abans de tornar-ho a provar.
down-title = Alguna cosa ha fallat per part nostra
down-text = Torna-ho a provar d’aquí a uns minuts. No es perd res del que has escrit.
timed-out = El servei ha trigat massa a respondre. Torna-ho a provar.
tls-error = No hem pogut connectar de manera segura. Si fas servir una xarxa Wi-Fi pública, primer inicia-hi sessió. Comprova també la data i l’hora d’aquest dispositiu.
proxy-error = El servidor intermediari de la xarxa ha bloquejat la connexió amb el servei. Consulta-ho amb qui gestiona la xarxa o fes-ne servir una altra.
captcha-required = Aquest servei comprova que no siguis un robot, i això no es pot fer en aquesta aplicació. Tria una contrasenya nova al web del servei.
rate-limited = Massa intents. Torna-ho a provar d’aquí a { $time }.
rate-limited-no-time = Massa intents. Torna-ho a provar d’aquí a un minut.
not-configured = Aquesta aplicació no sap de quin servei és el teu compte. Consulta-ho amb qui te l’ha donada.
unexpected-response = La resposta no ve del servei. Si fas servir una xarxa Wi-Fi pública, primer inicia-hi sessió; si no, demana ajuda.
invalid-response = Aquesta aplicació no entén la resposta del servei. Torna-ho a provar més tard o demana ajuda.
invalid-response-details = Aquesta aplicació no entén la resposta del servei. Torna-ho a provar més tard. Si demanes ajuda, digues això: { $answer }

## Shown once, above the screen

memory-only = No tanquis aquesta aplicació fins que acabis. Aquest dispositiu no pot desar la teva sol·licitud de manera segura.
newer-link = S’ha obert un enllaç més recent. Farem servir aquest.
bad-link-ignored = S’ha obert un altre enllaç, però no funciona. Pots continuar aquí.
clock-wrong = El rellotge d’aquest dispositiu no va a l’hora i les hores que veus aquí poden no ser exactes. Ajusta la data i l’hora.
