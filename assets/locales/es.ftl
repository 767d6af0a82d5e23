# See en.ftl for the context of each message.

## Everywhere

language = Idioma
dismiss = Cerrar
show-password = Mostrar contraseña
opening = Un momento…
try-again = Reintentar
cancel = Cancelar
or = o
back = Atrás
help = Ayuda
still-trying = Seguimos intentándolo. Puede que la conexión sea lenta.
privacy = Privacidad
terms = Condiciones
page-open-failed = No se pudo abrir ningún navegador. Copia esta dirección en uno:
mail-open-failed = No se pudo abrir ninguna app de correo. Copia esta dirección en una:
problems = Revisa esto, por favor:
try-again-in = Reintentar en { $time }
text-size = Tamaño del texto: { $percent } %

## Forgot password

forgot-title = ¿Olvidaste tu contraseña?
forgot-lead = Escribe la dirección de correo de tu cuenta. Te enviaremos un enlace para elegir una contraseña nueva.
forgot-lead-code = Escribe la dirección de correo de tu cuenta. Te enviaremos un código para elegir una contraseña nueva.
hosted-lead = Elegirás la nueva contraseña en { $host }, que se abre en tu navegador.
hosted-open = Abrir la página
hosted-opened-title = Continúa en tu navegador
hosted-opened-text = Hemos abierto { $host } en tu navegador. Elige allí la nueva contraseña y después inicia sesión.
hosted-open-again = Abrir la página de nuevo
email = Dirección de correo
send = Enviar el correo
sending = Enviando…
did-you-mean = ¿Quisiste decir { $suggestion }?
back-to-email = Volver al correo que pediste
back-to-sign-in = Ir a iniciar sesión

email-missing = Escribe tu dirección de correo.
email-malformed = Esto no parece una dirección de correo. Le hace falta una @, como en name@example.org.
email-refused = El servicio no acepta esta dirección. Comprueba que esté bien escrita.
code-too-early = Este es un código de recuperación. Solo sirve donde se pidió: escribe tu dirección de correo para recibir aquí uno nuevo.

## Check your email

check-title = Mira tu correo
check-lead = Si hay una cuenta con la dirección { $email }, ya va en camino un correo con un enlace.
check-lead-code = Si hay una cuenta con la dirección { $email }, ya va en camino un correo con un código.
check-lead-both = Si existe una cuenta para { $email }, recibirás un correo con un enlace y un código.
hosted-check = Su enlace abre una página de este servicio en tu navegador. Elige allí la contraseña nueva.
check-spam = Puede tardar un minuto. Si no llega nada, mira en la carpeta de correo no deseado o revisa la dirección.
open-mail = Abrir app de correo
mail-app-open-failed = No se pudo abrir la app de correo. Ábrela tú.
open-webmail = Abrir { $name }
paste-label = Pega el enlace del correo
paste-hint = Por si al abrir el enlace no llegas hasta aquí.
code-label = Escribe el código o pega el enlace
code-only-label = Escribe el código del correo
continue = Continuar
checking = Comprobando…
resend = Reenviar correo
resend-in = Reenviar en { $time }
resent = Enviado otra vez. Usa el correo más reciente.
change-address = Usar otra dirección
no-mailbox = ¿No tienes acceso a este correo?
no-mailbox-lead = Solo quien pueda leer este buzón puede elegir una contraseña nueva. Eso te protege de desconocidos. A menudo hay una solución:
no-mailbox-provider-title = Recupera el acceso a tu correo
no-mailbox-provider-text = Tu proveedor de correo tiene su propia forma de recuperar el buzón. Empieza por ahí.
no-mailbox-other-title = Prueba otra dirección
no-mailbox-other-text = Si tu cuenta tiene también otra dirección, usa esa.
no-mailbox-support-title = Contacta con soporte
no-mailbox-support-text = Si no, habla con quienes llevan este servicio. Querrán saber quién eres.

no-link-or-code-found = Esto no es ni el enlace completo ni el código completo. Cópialo otra vez del correo.
code-incomplete = Este no es el código completo. Cópialo otra vez del correo.
link-incomplete = Este enlace no está completo. Cópialo entero, del primer carácter al último.
link-of-other-service = Este enlace es de otro servicio.
link-of-click-tracker = Este enlace pasa por un servicio que cuenta los clics. Ábrelo desde el correo o copia de allí el código.
code-wrong = Este código no es correcto. Compáralo con el del correo más reciente.
code-wrong-tries = { $tries ->
    [one] Este código no es correcto. Te queda un intento; el enlace del correo funciona en cualquier caso.
   *[other] Este código no es correcto. Te quedan { $tries } intentos.
  }
code-expired = Este código ya no sirve. Abre el enlace del mismo correo o pide otro correo.
code-used = Ya se guardó una contraseña con este correo.
code-superseded = Hay un correo más reciente. Usa el código que viene en él.
code-invalid = Este código no sirve aquí. Abre el enlace del correo o pide otro correo.
code-only-invalid = Este código ya no sirve, o no sirve aquí. Pide otro correo.

## Choose a new password

reset-title = Elige una contraseña nueva
reset-checking = Comprobando tu enlace…
reset-for = Para la cuenta de { $email }.
new-password = Contraseña nueva
confirm-password = Repite la contraseña nueva
second-factor = Código de tu aplicación de autenticación
second-factor-hint = Esta cuenta está protegida con una de esas aplicaciones. Muestra un código nuevo cada 30 segundos.
set-password = Guardar la contraseña
setting-password = Guardando…
rule-length = { $min ->
    [one] Al menos { $min } carácter
   *[other] Al menos { $min } caracteres
  }
rule-length-so-far = { $have } de { $min } caracteres
rule-length-refused = { $have } de { $min } caracteres. Añade { $more } más.
rule-leaks = No está en filtraciones conocidas
tip-words = Varias palabras que solo tú juntarías son fáciles de recordar.
tip-manager = Guárdala en tu gestor de contraseñas.
minutes-left = { $minutes ->
    [one] Te queda un minuto para terminar.
   *[other] Te quedan { $minutes } minutos para terminar.
  }
expires-soon-title = Este enlace caduca en { $minutes } min
expires-soon-text = Lo que has escrito se queda aquí.
renew = Pedir otro enlace
renewed = Ya va en camino otro correo. Abre su enlace: lo que has escrito seguirá aquí.
caps-lock = Bloq Mayús está activado.

strength = Seguridad
strength-0 = muy baja
strength-1 = baja
strength-2 = media
strength-3 = alta
strength-4 = muy alta
advice-common = Mucha gente usa esta contraseña o una muy parecida.
advice-keyboard = Las teclas contiguas son lo primero que se prueba.
advice-repeat = Repetir algo aporta muy poco.
advice-sequence = Las secuencias como abc o 6543 son lo primero que se prueba.
advice-date = Los años y las fechas son fáciles de adivinar.
advice-word = Una sola palabra es fácil de adivinar.
advice-name = Los nombres son fáciles de adivinar.
advice-substitution = Escribir @ en lugar de a no la hace más difícil de adivinar.
advice-more-words = Añade una o dos palabras más, cuanto menos comunes, mejor.

breach-checking = Buscándola entre las contraseñas robadas…
breach-unknown = No se pudo consultar la lista de contraseñas robadas. Puedes continuar.

password-missing = Escribe una contraseña nueva.
password-refused = El servicio no acepta esta contraseña. Prueba con una más larga.
passwords-differ = Las dos contraseñas son distintas. Escribe otra vez la segunda o muestra la primera.
second-factor-wrong = Escribe el código que muestra ahora tu aplicación de autenticación. Cada uno sirve una sola vez.
too-short = Demasiado corta: usa más caracteres.
too-short-min = { $min ->
    [one] Demasiado corta: usa al menos { $min } carácter.
   *[other] Demasiado corta: usa al menos { $min } caracteres.
  }
too-long = Demasiado larga: usa menos caracteres.
too-long-max = { $max ->
    [one] Demasiado larga: usa como máximo { $max } carácter.
   *[other] Demasiado larga: usa como máximo { $max } caracteres.
  }
too-many-bytes = Demasiado larga: caben { $max } letras sin acento y cifras. Las letras con acento, otros alfabetos y los emojis ocupan de dos a cuatro lugares cada uno.
password-characters = Faltan tipos de caracteres: combina minúsculas, mayúsculas, cifras y signos como ! o ?.
password-common = Demasiado fácil de adivinar: mucha gente usa algo parecido.
password-breached = Está en una lista de contraseñas robadas: elige otra.
password-personal = Contiene parte de tu dirección de correo: quítala.
password-product-name = Contiene el nombre de este servicio: quítalo.
password-same = Es tu contraseña actual: elige una nueva.

## Done

done-title = Tu contraseña ha cambiado
done-for = Inicia sesión como { $email } con la contraseña nueva.
sessions-ended = Se cerró tu sesión en todos los demás dispositivos a las { $time }. Vuelve a entrar en ellos con la contraseña nueva.
sessions-kept = Puede que tu sesión siga abierta en otros dispositivos. Si crees que otra persona puede tener tu contraseña anterior, cierra la sesión en ellos desde los ajustes de tu cuenta.
close-hint = Puedes cerrar esta ventana e iniciar sesión.

## A link that does not work

expired-title = Este enlace ha caducado
expired-text = Por tu seguridad, los enlaces solo sirven durante poco tiempo. Conseguir otro es cosa de un momento.
used-title = Este enlace ya se ha usado
used-text = Con él se guardó una contraseña nueva. Si no fuiste tú, pide ahora otro enlace y elige otra contraseña.
superseded-title = Hay un correo más reciente
superseded-text = Un correo más reciente ha sustituido a este enlace. Abre el último o pide otro.
other-device-title = Este enlace es de otro dispositivo
other-device-text = Se pidió en otro dispositivo y solo funciona en él. Ábrelo allí o pide un enlace nuevo desde aquí.
damaged-title = Este enlace está dañado
damaged-text = Le falta una parte o algo ha cambiado; algunos programas de correo estropean los enlaces. Ábrelo otra vez desde el correo o pide uno nuevo.
other-service-title = Este enlace es para otro servicio
other-service-text = No lleva a este servicio, así que no se ha enviado nada a ninguna parte. Si no lo esperabas, borra el correo.
hosted-link-title = La contraseña se elige en la página del servicio
hosted-link-text = Esta aplicación no puede usar el enlace, así que no se ha cambiado nada. Ábrelo desde el correo en tu navegador y elige la contraseña nueva en esa página.
send-new-link = Enviarme otro enlace
ask-new-link = Pedir otro enlace
other-device-ask = Pedir un enlace para este dispositivo

## The service cannot be reached, or does not answer

offline = No se puede conectar con el servicio. Comprueba tu conexión e inténtalo otra vez.
offline-title = Estás sin conexión
offline-text = Todo continuará por sí solo en cuanto vuelva; no se pierde nada de lo que has escrito.
waiting-for-connection = Esperando conexión…
wait-title = Demasiados intentos
wait-text = Espera un minuto.
down-title = El servicio tiene un problema en este momento
down-text = Inténtalo dentro de unos minutos.
timed-out = El servicio no respondió a tiempo. Inténtalo otra vez.
tls-error = No se pudo establecer una conexión segura con el servicio. Si estás en una red pública, identifícate primero en ella; comprueba también la fecha y la hora de este dispositivo.
proxy-error = El proxy de tu red rechazó la conexión con el servicio. Consulta a quien administra esta red o usa otra.
rate-limited = Demasiados intentos. Espera { $time }.
rate-limited-no-time = Demasiados intentos. Espera un minuto.
not-configured = Esta aplicación no sabe de qué servicio es tu cuenta. Quien te la dio puede configurarla.
unexpected-response = Otra cosa respondió en lugar del servicio. Si estás en una red pública, identifícate primero en ella; si no, pide ayuda.
invalid-response = El servicio respondió de una forma que esta aplicación no entiende. Inténtalo más tarde o pide ayuda.
invalid-response-details = El servicio respondió de una forma que esta aplicación no entiende. Inténtalo más tarde. Si pides ayuda, menciona esto: { $answer }

## Shown once, above the screen

memory-only = Este dispositivo no tiene ningún llavero de contraseñas abierto: si cierras la aplicación, esta solicitud se pierde. Deja la aplicación abierta hasta que termines.
newer-link = Se abrió un enlace más reciente. Ahora se usa ese.
bad-link-ignored = Se abrió otro enlace que no funciona. Puedes continuar aquí.
clock-wrong = El reloj de este dispositivo no está en hora, así que las horas que ves aquí pueden no ser exactas. Ajusta la fecha y la hora.
