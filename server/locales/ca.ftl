# Translation of en.ftl.

language = Llengua:
support = Necessites ajuda?
help = Ajuda
privacy = Privadesa
terms = Condicions

reset-title = Tria una contrasenya nova
open-app-lead = Si tens l’aplicació en aquest dispositiu, continua-hi.
open-app = Obre l’aplicació
or-set-it-here = o tria-la aquí
get-app = Obtén l’aplicació:
code-title = Escriu aquest codi a l’aplicació
code-lead = Escriu-lo on has demanat restablir la contrasenya.
link-label = Enllaç del correu
link-hint = Copia l’enllaç sencer del correu i enganxa’l aquí.
new-password = Contrasenya nova
policy = { $min ->
    [one] Almenys { $min } caràcter.
   *[other] Almenys { $min } caràcters.
  } Unes quantes paraules sense relació entre elles són fàcils de recordar.
repeat-password = Repeteix la contrasenya nova
show-passwords = Mostra la contrasenya
second-factor = Codi de l’aplicació d’autenticació
set-password = Canvia la contrasenya

done-title = Contrasenya canviada
done-signed-out = S’ha tancat la sessió a tots els altres dispositius. Torna a iniciar-hi sessió amb la contrasenya nova.
done-close = Pots tancar aquesta pàgina i iniciar sessió.

error-summary-title = Corregeix això:
link-missing = Enganxa l’enllaç sencer del correu.
password-missing = Escriu una contrasenya nova.
passwords-differ = Les contrasenyes no coincideixen. Torna-les a escriure totes dues.
password-too-short = { $min ->
    [one] Fes servir almenys { $min } caràcter.
   *[other] Fes servir almenys { $min } caràcters.
  }
password-too-long = { $max ->
    [one] Fes servir com a màxim { $max } caràcter.
   *[other] Fes servir com a màxim { $max } caràcters.
  }
password-common = Massa fàcil d’endevinar. Tria alguna cosa menys comuna.
password-breached = Surt en una filtració de dades. Tria’n una altra.
password-personal = No facis servir parts de la teva adreça electrònica.
password-product-name = No facis servir el nom d’aquest servei.
password-same-as-before = Aquesta és la contrasenya actual. Tria’n una de nova.
second-factor-required = Aquest compte té activada la verificació en dos passos. Escriu el codi de l’aplicació d’autenticació i, una altra vegada, la contrasenya nova.
second-factor-invalid = Aquest codi no és correcte. Espera el següent a l’aplicació i escriu-lo amb la contrasenya nova.
email-invalid = Escriu-la així: nom@example.com.
wait-seconds = { $seconds ->
    [one] Massa intents. Torna-ho a provar d’aquí a { $seconds } segon.
   *[other] Massa intents. Torna-ho a provar d’aquí a { $seconds } segons.
  }
wait-minutes = { $minutes ->
    [one] Massa intents. Torna-ho a provar d’aquí a { $minutes } minut.
   *[other] Massa intents. Torna-ho a provar d’aquí a { $minutes } minuts.
  }
wait-hours = { $hours ->
    [one] Massa intents. Torna-ho a provar d’aquí a { $hours } hora.
   *[other] Massa intents. Torna-ho a provar d’aquí a { $hours } hores.
  }
wait-days = { $days ->
    [one] Massa intents. Torna-ho a provar d’aquí a { $days } dia.
   *[other] Massa intents. Torna-ho a provar d’aquí a { $days } dies.
  }
malformed-request = No hem pogut llegir el que s’ha enviat. Torna-ho a provar.
cross-site-request = Això ha arribat d’un altre lloc web i, per tant, no hem fet res. Si has estat tu, torna-ho a provar aquí.
internal-error = Alguna cosa ha fallat per part nostra. Torna-ho a provar d’aquí a uns minuts.

expired-title = Aquest enllaç ha caducat
expired-text = Els enllaços funcionen poc temps per protegir el teu compte. Demana’n un altre i podràs continuar de seguida.
used-title = Aquest enllaç ja s’ha fet servir
used-text = Ha servit per triar una contrasenya nova. Si no has estat tu, demana ara un altre enllaç i tria una altra contrasenya.
superseded-title = Hi ha un correu més recent
superseded-text = Només funciona l’enllaç del correu més recent. Obre aquest o demana’n un altre.
other-device-title = Obre aquest enllaç a l’altre dispositiu
other-device-text = Només funciona on l’has demanat. Obre’l allà o escriu el codi del correu a l’aplicació d’aquell dispositiu.
invalid-link-title = Aquest enllaç no és complet
invalid-link-text = Copia’l sencer del correu, del primer caràcter a l’últim.

request-title = Has oblidat la contrasenya?
request-new-link = Demana un enllaç per a aquest dispositiu
request-lead = Escriu la teva adreça electrònica i t’enviarem un enllaç per triar una contrasenya nova.
request-in-app = Per seguretat, demana un altre enllaç a l’aplicació.
email = Adreça electrònica
send = Envia’m el correu
requested-title = Consulta el correu
requested-text = Si hi ha un compte associat a { $email }, rebràs un correu amb un enllaç.
requested-spam = No arriba res al cap d’un minut? Mira la carpeta de correu brossa i revisa l’adreça de dalt.

freeze-title = Vols bloquejar el compte?
freeze-lead = Si no has canviat tu la contrasenya, bloqueja el compte. Ningú no podrà iniciar sessió fins que es restableixi la contrasenya per correu.
freeze = Bloqueja el compte
freeze-was-you = Si has estat tu, pots tancar aquesta pàgina.
freeze-expired = Aquest enllaç ja no pot bloquejar el compte. Si algú altre ha canviat la contrasenya, restableix-la ara.
freeze-superseded-title = Aquest enllaç ja no bloqueja el compte
freeze-superseded-text = La contrasenya s’ha tornat a canviar després d’aquest correu. Si tampoc no has estat tu, fes servir l’enllaç del correu més recent sobre un canvi o restableix la contrasenya ara.
frozen-title = El teu compte està bloquejat
frozen-lead = Ningú no pot iniciar sessió fins que triïs una contrasenya nova. Queden dos passos:
mailbox-step-title = Protegeix la bústia
mailbox-step-text = Canvia’n la contrasenya. Qui ha fet això podria llegir el teu correu.
frozen-password-title = Tria aquí una contrasenya nova
unlocks-account = Així es desbloqueja el compte.

mail-reset-subject = Restableix la contrasenya del teu compte { $product }
mail-reset-preheader = { $minutes ->
    [one] Tens { $minutes } minut per triar-ne una de nova.
   *[other] Tens { $minutes } minuts per triar-ne una de nova.
  }
mail-reset-preheader-code = Codi: { $code }
mail-reset-lead = Tria una contrasenya nova per al teu compte { $product }.
mail-same-device = Obre l’enllaç al dispositiu on has demanat aquest correu.
mail-button = Tria una contrasenya nova
mail-link-valid = { $minutes ->
    [one] L’enllaç funciona una sola vegada, durant { $minutes } minut.
   *[other] L’enllaç funciona una sola vegada, durant { $minutes } minuts.
  }
mail-link-copy = No funciona el botó? Copia aquest enllaç:
mail-code-title = O escriu aquest codi a l’aplicació
mail-code-valid = { $minutes ->
    [one] Funciona durant { $minutes } minut.
   *[other] Funciona durant { $minutes } minuts.
  } No el comparteixis amb ningú; no te’l demanarem mai.
mail-requested = Sol·licitat
mail-changed = Canviada
mail-device = Dispositiu
mail-device-name = { $client } per a { $system }
mail-fact = { $label }: { $value }
mail-unrequested-title = No ho has demanat tu?
mail-unrequested-text = No cal que facis res. La contrasenya continua sent la mateixa i ningú no la pot canviar sense aquest correu.
mail-unrequested-again = Si continues rebent correus com aquest, avisa’ns:
mail-why-reset = Enviat a { $email } perquè algú ha demanat restablir la contrasenya amb aquesta adreça.
mail-why-changed = Enviat a { $email }, l’adreça del teu compte.

notice-subject = S’ha canviat la contrasenya del teu compte { $product }
notice-preheader = Si has estat tu, tot és correcte. Si no, bloqueja el compte.
notice-lead = S’ha canviat la contrasenya del teu compte { $product }.
notice-signed-out = S’ha tancat la sessió a tots els dispositius.
notice-own-change = Si has estat tu, tot és correcte. Torna a iniciar sessió amb la contrasenya nova.
notice-not-you-title = No has estat tu?
notice-lock-title = Bloqueja el compte
notice-link-valid = { $days ->
    [one] Ningú no podrà iniciar sessió fins que es restableixi la contrasenya per correu. Aquest enllaç funciona durant { $days } dia.
   *[other] Ningú no podrà iniciar sessió fins que es restableixi la contrasenya per correu. Aquest enllaç funciona durant { $days } dies.
  }
notice-recovery-title = Tria una contrasenya nova a { $product }
notice-support-title = Avisa’ns
