# See en.ftl for the context of each message.

## Everywhere

language = Idioma
dismiss = Cerrar
show-password = Mostrar la contraseña
opening = Un momento…
try-again = Reintentar
cancel = Cancelar
or = o
back = Atrás
help = Ayuda
still-trying = Seguimos intentándolo. Puede que tu conexión sea lenta.
privacy = Privacidad
terms = Condiciones
page-open-failed = No hemos podido abrir un navegador. Copia esta dirección en el tuyo:
mail-open-failed = No hemos podido abrir una app de correo. Copia esta dirección en la tuya:
problems = Corrige lo siguiente:
try-again-in = Reintentar en { $time }
text-size = Tamaño del texto: { $percent } %

## Forgot password

forgot-title = ¿Has olvidado tu contraseña?
forgot-lead = Escribe tu correo electrónico y te enviaremos un enlace para elegir una contraseña nueva.
forgot-lead-code = Escribe tu correo electrónico y te enviaremos un código para elegir una contraseña nueva.
hosted-lead = Elegirás la contraseña nueva en { $host }, que se abre en tu navegador.
hosted-open = Continuar en el navegador
hosted-opened-title = Continúa en tu navegador
hosted-opened-text = Hemos abierto { $host } en tu navegador. Elige allí la contraseña nueva y después inicia sesión.
hosted-open-again = Abrir la página otra vez
email = Correo electrónico
send = Enviarme el correo
sending = Enviando…
did-you-mean = ¿Querías decir { $suggestion }?
back-to-email = Volver al correo
back-to-sign-in = Volver al inicio de sesión

email-missing = Escribe tu correo electrónico.
email-malformed = Escríbelo así: nombre@example.com.
email-refused = Este servicio no admite esa dirección. Comprueba que esté bien escrita.
code-too-early = Eso es un código, y solo funciona donde lo pediste. Escribe tu correo electrónico para recibir uno nuevo aquí.

## Check your email

check-title = Revisa tu correo
check-lead = Si hay una cuenta asociada a { $email }, recibirás un correo con un enlace.
check-lead-code = Si hay una cuenta asociada a { $email }, recibirás un correo con un código.
check-lead-both = Si hay una cuenta asociada a { $email }, recibirás un correo con un enlace y un código.
hosted-check = El enlace abre una página de este servicio en tu navegador. Elige allí la contraseña nueva.
link-lifetime = { $minutes ->
    [one] Tienes { $minutes } minuto para abrir el enlace.
   *[other] Tienes { $minutes } minutos para abrir el enlace.
  }
link-lifetime-hours = { $hours ->
    [one] Tienes { $hours } hora para abrir el enlace.
   *[other] Tienes { $hours } horas para abrir el enlace.
  }
link-lifetime-days = { $days ->
    [one] Tienes { $days } día para abrir el enlace.
   *[other] Tienes { $days } días para abrir el enlace.
  }
check-spam = ¿No llega nada en un minuto? Mira en la carpeta de spam y revisa la dirección de arriba.
check-spam-quota = ¿No llega nada en un minuto? Mira en la carpeta de spam y revisa la dirección de arriba. Este servicio envía un número limitado de correos: si no llega nada, vuelve a intentarlo en una hora.
open-mail = Abrir app de correo
mail-app-open-failed = No hemos podido abrir tu app de correo. Ábrela tú.
open-webmail = Abrir { $name }
paste-label = Pega el enlace del correo
paste-hint = Por si el enlace no abre la app.
paste-or-code-hint = Si el correo trae un código, también puedes escribirlo aquí.
code-label = Escribe el código o pega el enlace
code-only-label = Escribe el código del correo
continue = Continuar
checking = Comprobando…
resend = Volver a enviar
resend-in = Volver a enviar en { $time }
resent = Enviado otra vez. Solo funciona el correo más reciente.
change-address = Usar otro correo
no-mailbox = No tengo acceso a este correo
no-mailbox-lead = Para que no entre nadie más, los correos para restablecer la contraseña solo se envían a la dirección de la cuenta. Aún tienes opciones:
no-mailbox-provider-title = Recupera el acceso a tu correo
no-mailbox-provider-text = Tu proveedor de correo puede ayudarte.
no-mailbox-other-title = Prueba con otra dirección
no-mailbox-other-text = Usa otra que hayas añadido a tu cuenta.
no-mailbox-support-title = Contacta con soporte
no-mailbox-support-text = Te pediremos que demuestres quién eres.

no-link-or-code-found = El código o el enlace no está completo. Cópialo otra vez del correo.
code-incomplete = El código no está completo. Cópialo otra vez del correo.
link-incomplete = Este enlace no está completo. Cópialo entero del correo.
link-of-other-service = Este enlace es de otro servicio.
link-of-click-tracker = Este enlace pasa por un servicio que cuenta los clics. Ábrelo desde el correo o copia de allí el código.
code-wrong = Ese código no es correcto. Compáralo con el del correo más reciente.
code-wrong-tries = { $tries ->
    [one] Ese código no es correcto. Te queda { $tries } intento.
   *[other] Ese código no es correcto. Te quedan { $tries } intentos.
  }
code-wrong-last-try = Ese código no es correcto. Te queda 1 intento; después, usa el enlace.
code-only-wrong-last-try = Ese código no es correcto. Te queda 1 intento; después, pide otro correo.
code-wrong-or-expired = Ese código no es correcto o ha caducado. Usa el correo más reciente o pide otro.
code-expired = Este código ha caducado. Abre el enlace de ese mismo correo o pide otro correo.
code-used = Este correo ya se ha usado para elegir una contraseña.
code-superseded = Hay un correo más reciente. Usa el código que viene en él.
code-invalid = Este código no funciona aquí. Abre el enlace del correo o pide otro correo.
code-only-invalid = Este código ha caducado o no funciona aquí. Pide otro correo.

## Choose a new password

reset-title = Elige una contraseña nueva
reset-checking = Comprobando tu enlace…
reset-for = Para { $email }
new-password = Contraseña nueva
confirm-password = Repite la contraseña nueva
second-factor = Código de tu app de autenticación
second-factor-hint = Esta cuenta tiene activada la verificación en dos pasos.
set-password = Cambiar contraseña
setting-password = Cambiando contraseña…
rule-length = { $min ->
    [one] Al menos { $min } carácter
   *[other] Al menos { $min } caracteres
  }
rule-length-so-far = { $min ->
    [one] { $have } de { $min } carácter
   *[other] { $have } de { $min } caracteres
  }
rule-length-refused = { $min ->
    [one] { $have } de { $min } carácter. Añade { $more } más.
   *[other] { $have } de { $min } caracteres. Añade { $more } más.
  }
rule-leaks = No aparece en filtraciones conocidas
tip-words = Unas cuantas palabras sin relación entre sí son fáciles de recordar.
tip-manager = Guárdala en tu gestor de contraseñas.
minutes-left = { $minutes ->
    [one] Este enlace funciona { $minutes } minuto más.
   *[other] Este enlace funciona { $minutes } minutos más.
  }
hours-left = { $hours ->
    [one] Este enlace funciona { $hours } hora más.
   *[other] Este enlace funciona { $hours } horas más.
  }
days-left = { $days ->
    [one] Este enlace funciona { $days } día más.
   *[other] Este enlace funciona { $days } días más.
  }
expires-soon-title = { $minutes ->
    [one] Este enlace caduca en { $minutes } minuto
   *[other] Este enlace caduca en { $minutes } minutos
  }
expires-soon-text = Lo que has escrito se queda aquí.
renew = Pedir otro enlace
renewed = Ya va en camino otro enlace. Ábrelo y aquí seguirá lo que has escrito.
caps-lock = Bloq Mayús está activado.

strength = Seguridad
strength-0 = Muy débil
strength-1 = Débil
strength-2 = Aceptable
strength-3 = Buena
strength-4 = Fuerte
advice-common = Mucha gente usa esta contraseña o una muy parecida.
advice-keyboard = Las teclas contiguas son lo primero que se prueba.
advice-repeat = Las repeticiones no aportan mucho.
advice-sequence = Las secuencias como abc o 6543 son lo primero que se prueba.
advice-date = Las fechas y los años son fáciles de adivinar.
advice-word = Una sola palabra es fácil de adivinar.
advice-name = Los nombres son fáciles de adivinar.
advice-substitution = Cambiar a por @ no ayuda mucho.
advice-more-words = Añade una o dos palabras poco comunes.

breach-checking = Buscando en filtraciones conocidas…
breach-unknown = No hemos podido consultar las filtraciones conocidas. Puedes continuar.

password-missing = Escribe una contraseña nueva.
password-refused = Este servicio no ha aceptado esa contraseña. Prueba con una más larga.
passwords-differ = Las contraseñas no coinciden. Escribe otra vez la segunda o muestra la primera.
second-factor-wrong = Ese código no es correcto. Escribe el que muestra tu app ahora; cada uno sirve una sola vez.
too-short = Usa más caracteres.
too-short-min = { $min ->
    [one] Usa al menos { $min } carácter.
   *[other] Usa al menos { $min } caracteres.
  }
too-long = Usa menos caracteres.
too-long-max = { $max ->
    [one] Usa como máximo { $max } carácter.
   *[other] Usa como máximo { $max } caracteres.
  }
too-many-bytes = Demasiado larga. Caben { $max } números y letras sin acento; las letras con acento, otros alfabetos y los emojis ocupan de dos a cuatro lugares cada uno.
password-characters = Combina minúsculas, mayúsculas, números y símbolos como ! o ?.
password-common = Demasiado fácil de adivinar. Elige algo menos común.
password-breached = Aparece en una filtración de datos. Elige otra.
password-personal = No uses partes de tu correo electrónico.
password-product-name = No uses el nombre de este servicio.
password-same = Esa es tu contraseña actual. Elige una nueva.

## Done

done-title = Contraseña cambiada
done-for = Inicia sesión como { $email } con la contraseña nueva.
sessions-ended = A las { $time } se cerró la sesión en todos los demás dispositivos. Vuelve a iniciarla en ellos con la contraseña nueva.
sessions-kept = Puede que la sesión siga abierta en otros dispositivos. Si alguien más sabía tu contraseña anterior, cierra sesión en ellos desde los ajustes de tu cuenta.
close-hint = Puedes cerrar esta ventana.

## A link that does not work

expired-title = Este enlace ha caducado
expired-text = Los enlaces funcionan poco tiempo para proteger tu cuenta. Pide otro y en un momento podrás seguir.
invalid-or-expired-title = Este enlace no funciona
invalid-or-expired-text = Ha caducado, ya se ha usado o está incompleto. Cópialo entero del correo más reciente o pide otro.
used-title = Este enlace ya se ha usado
used-text = Se usó para elegir una contraseña nueva. Si no fuiste tú, pide ahora otro enlace y elige otra contraseña.
superseded-title = Hay un correo más reciente
superseded-text = Solo funciona el enlace del correo más reciente. Abre ese o pide otro.
other-device-title = Abre este enlace en tu otro dispositivo
other-device-text = Solo funciona donde lo pediste. Ábrelo allí o pide un enlace nuevo para este dispositivo.
damaged-title = Este enlace no está completo
damaged-text = Cópialo entero del correo, del primer carácter al último, o pide otro.
other-service-title = Este enlace no es para esta app
other-service-text = Lleva a otro servicio, así que no hemos enviado nada. Si no esperabas ese correo, bórralo.
hosted-link-title = Elige la contraseña en la página del servicio
hosted-link-text = Esta app no puede usar el enlace, así que no ha cambiado nada. Ábrelo desde el correo en tu navegador y elige allí la contraseña nueva.
account-closed-title = Esta cuenta está bloqueada
account-closed-text = El servicio la ha bloqueado, así que tu contraseña no ha cambiado. Contacta con soporte para desbloquear la cuenta.
unsupported-factor-title = Esta app no admite tu método de verificación
unsupported-factor-text = Esta cuenta tiene activada la verificación en dos pasos con un método que esta app no admite. Tu contraseña no ha cambiado. Contacta con soporte.
hosted-failed-title = Tu contraseña no ha cambiado
hosted-failed-text = En la página del navegador no se llegó a guardar una contraseña nueva. Empieza de nuevo y abre la página otra vez.
return-unknown-title = No sabemos si tu contraseña ha cambiado
return-unknown-text = Este enlace no viene de una página que haya abierto esta app. Prueba tu contraseña nueva; si no funciona, empieza de nuevo.
send-new-link = Enviar otro enlace
ask-new-link = Pedir otro enlace
other-device-ask = Pedir un enlace para este dispositivo

## The service cannot be reached, or does not answer

offline = No podemos conectar con el servicio. Comprueba tu conexión e inténtalo otra vez.
offline-title = Estás sin conexión
offline-text = Continuaremos cuando vuelvas a tener conexión. No se pierde nada de lo que has escrito.
waiting-for-connection = Esperando conexión…
wait-title = Demasiados intentos
wait-text = Por tu seguridad, espera un momento antes de volver a intentarlo.
down-title = Algo ha fallado por nuestra parte
down-text = Inténtalo otra vez en unos minutos. No se pierde nada de lo que has escrito.
timed-out = El servicio ha tardado demasiado en responder. Inténtalo otra vez.
tls-error = No hemos podido conectarnos de forma segura. En una red Wi-Fi pública, primero inicia sesión en la red. Comprueba también la fecha y la hora de este dispositivo.
proxy-error = El proxy de tu red ha bloqueado la conexión con el servicio. Consulta a quien administra la red o usa otra.
captcha-required = Este servicio comprueba que no eres un robot, y eso no se puede hacer en esta app. Elige una contraseña nueva en el sitio web del servicio.
rate-limited = Demasiados intentos. Vuelve a intentarlo en { $time }.
rate-limited-no-time = Demasiados intentos. Vuelve a intentarlo en un minuto.
not-configured = Esta app no sabe de qué servicio es tu cuenta. Consulta a quien te la dio.
unexpected-response = La respuesta no viene del servicio. En una red Wi-Fi pública, primero inicia sesión en la red; si no es el caso, pide ayuda.
invalid-response = Esta app no entiende la respuesta del servicio. Inténtalo más tarde o pide ayuda.
invalid-response-details = Esta app no entiende la respuesta del servicio. Inténtalo más tarde. Si pides ayuda, menciona esto: { $answer }

## Shown once, above the screen

memory-only = No cierres esta app hasta terminar. Este dispositivo no puede guardar tu solicitud de forma segura.
newer-link = Se ha abierto un enlace más reciente. Usaremos ese.
bad-link-ignored = Se ha abierto otro enlace, pero no funciona. Puedes continuar aquí.
clock-wrong = La hora de este dispositivo es incorrecta, así que las horas que ves aquí pueden no ser exactas. Ajusta la fecha y la hora.
