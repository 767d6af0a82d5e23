# Translation of en.ftl.

language = Idioma:
support = ¿Necesitas ayuda?
help = Ayuda
privacy = Privacidad
terms = Condiciones

reset-title = Elige una contraseña nueva
open-app-lead = Si tienes la app en este dispositivo, continúa en ella.
open-app = Abrir la app
or-set-it-here = o elígela aquí
get-app = Consigue la app:
code-title = Escribe este código en la app
code-lead = Escríbelo donde pediste restablecer la contraseña.
link-label = Enlace del correo
link-hint = Copia el enlace completo del correo y pégalo aquí.
new-password = Contraseña nueva
policy = { $min ->
    [one] Al menos { $min } carácter.
   *[other] Al menos { $min } caracteres.
  } Unas cuantas palabras sin relación entre sí son fáciles de recordar.
repeat-password = Repite la contraseña nueva
show-passwords = Mostrar la contraseña
second-factor = Código de tu app de autenticación
set-password = Cambiar contraseña

done-title = Contraseña cambiada
done-signed-out = Se ha cerrado la sesión en todos los demás dispositivos. Vuelve a iniciarla en ellos con la contraseña nueva.
done-close = Puedes cerrar esta página e iniciar sesión.

error-summary-title = Corrige lo siguiente:
link-missing = Pega el enlace completo del correo.
password-missing = Escribe una contraseña nueva.
passwords-differ = Las contraseñas no coinciden. Escribe las dos otra vez.
password-too-short = { $min ->
    [one] Usa al menos { $min } carácter.
   *[other] Usa al menos { $min } caracteres.
  }
password-too-long = { $max ->
    [one] Usa como máximo { $max } carácter.
   *[other] Usa como máximo { $max } caracteres.
  }
password-common = Demasiado fácil de adivinar. Elige algo menos común.
password-breached = Aparece en una filtración de datos. Elige otra.
password-personal = No uses partes de tu correo electrónico.
password-product-name = No uses el nombre de este servicio.
password-same-as-before = Esa es tu contraseña actual. Elige una nueva.
second-factor-required = Esta cuenta tiene activada la verificación en dos pasos. Escribe el código de tu app de autenticación y, otra vez, la contraseña nueva.
second-factor-invalid = Ese código no es correcto. Espera al siguiente en tu app y escríbelo junto con la contraseña nueva.
email-invalid = Escríbelo así: nombre@example.com.
wait-seconds = { $seconds ->
    [one] Demasiados intentos. Vuelve a intentarlo en { $seconds } segundo.
   *[other] Demasiados intentos. Vuelve a intentarlo en { $seconds } segundos.
  }
wait-minutes = { $minutes ->
    [one] Demasiados intentos. Vuelve a intentarlo en { $minutes } minuto.
   *[other] Demasiados intentos. Vuelve a intentarlo en { $minutes } minutos.
  }
wait-hours = { $hours ->
    [one] Demasiados intentos. Vuelve a intentarlo en { $hours } hora.
   *[other] Demasiados intentos. Vuelve a intentarlo en { $hours } horas.
  }
wait-days = { $days ->
    [one] Demasiados intentos. Vuelve a intentarlo en { $days } día.
   *[other] Demasiados intentos. Vuelve a intentarlo en { $days } días.
  }
malformed-request = No hemos podido leer lo que se envió. Inténtalo otra vez.
cross-site-request = Esto vino de otro sitio web, así que no hemos hecho nada. Si fuiste tú, inténtalo aquí otra vez.
internal-error = Algo ha fallado por nuestra parte. Inténtalo otra vez en unos minutos.

expired-title = Este enlace ha caducado
expired-text = Los enlaces funcionan poco tiempo para proteger tu cuenta. Pide otro y en un momento podrás seguir.
used-title = Este enlace ya se ha usado
used-text = Se usó para elegir una contraseña nueva. Si no fuiste tú, pide ahora otro enlace y elige otra contraseña.
superseded-title = Hay un correo más reciente
superseded-text = Solo funciona el enlace del correo más reciente. Abre ese o pide otro.
other-device-title = Abre este enlace en tu otro dispositivo
other-device-text = Solo funciona donde lo pediste. Ábrelo allí o escribe el código del correo en la app de ese dispositivo.
invalid-link-title = Este enlace no está completo
invalid-link-text = Cópialo entero del correo, del primer carácter al último.

request-title = ¿Has olvidado tu contraseña?
request-new-link = Pedir un enlace para este dispositivo
request-lead = Escribe tu correo electrónico y te enviaremos un enlace para elegir una contraseña nueva.
request-in-app = Por tu seguridad, pide otro enlace en la app.
email = Correo electrónico
send = Enviarme el correo
requested-title = Revisa tu correo
requested-text = Si hay una cuenta asociada a { $email }, recibirás un correo con un enlace.
requested-spam = ¿No llega nada en un minuto? Mira en la carpeta de spam y revisa la dirección de arriba.

freeze-title = ¿Bloquear tu cuenta?
freeze-lead = Si no cambiaste tú la contraseña, bloquea tu cuenta. Nadie podrá iniciar sesión hasta que se restablezca la contraseña por correo.
freeze = Bloquear cuenta
freeze-was-you = Si fuiste tú, puedes cerrar esta página.
freeze-expired = Este enlace ya no puede bloquear tu cuenta. Si otra persona cambió tu contraseña, restablécela ahora.
freeze-superseded-title = Este enlace ya no bloquea tu cuenta
freeze-superseded-text = Tu contraseña volvió a cambiarse después de este correo. Si tampoco fuiste tú, usa el enlace del correo más reciente sobre un cambio o restablece tu contraseña ahora.
frozen-title = Tu cuenta está bloqueada
frozen-lead = Nadie puede iniciar sesión hasta que elijas una contraseña nueva. Quedan dos pasos:
mailbox-step-title = Protege tu correo
mailbox-step-text = Cambia su contraseña. Quien hizo esto podría leer tus mensajes.
frozen-password-title = Elige aquí una contraseña nueva
unlocks-account = Así se desbloquea tu cuenta.

mail-reset-subject = Restablece tu contraseña de { $product }
mail-reset-preheader = { $minutes ->
    [one] Tienes { $minutes } minuto para elegir una nueva.
   *[other] Tienes { $minutes } minutos para elegir una nueva.
  }
mail-reset-preheader-code = Código: { $code }
mail-reset-lead = Elige una contraseña nueva para tu cuenta de { $product }.
mail-same-device = Abre el enlace en el dispositivo en el que pediste este correo.
mail-button = Elegir una contraseña nueva
mail-link-valid = { $minutes ->
    [one] El enlace funciona una sola vez, durante { $minutes } minuto.
   *[other] El enlace funciona una sola vez, durante { $minutes } minutos.
  }
mail-link-copy = ¿No funciona el botón? Copia este enlace:
mail-code-title = O escribe este código en la app
mail-code-valid = { $minutes ->
    [one] Funciona durante { $minutes } minuto.
   *[other] Funciona durante { $minutes } minutos.
  } No lo compartas con nadie; nunca te lo pediremos.
mail-requested = Solicitado
mail-changed = Cambiada
mail-device = Dispositivo
mail-device-name = { $client } en { $system }
mail-fact = { $label }: { $value }
mail-unrequested-title = ¿No lo pediste tú?
mail-unrequested-text = No tienes que hacer nada. Tu contraseña sigue siendo la misma y nadie puede cambiarla sin este correo.
mail-unrequested-again = Si sigues recibiendo correos como este, avísanos:
mail-why-reset = Enviado a { $email } porque alguien pidió restablecer la contraseña con esta dirección.
mail-why-changed = Enviado a { $email }, la dirección de tu cuenta.

notice-subject = Se ha cambiado tu contraseña de { $product }
notice-preheader = Si fuiste tú, todo está en orden. Si no, bloquea tu cuenta.
notice-lead = Se ha cambiado la contraseña de tu cuenta de { $product }.
notice-signed-out = Se ha cerrado la sesión en todos los dispositivos.
notice-own-change = Si fuiste tú, todo está en orden. Vuelve a iniciar sesión con la contraseña nueva.
notice-not-you-title = ¿No fuiste tú?
notice-lock-title = Bloquea tu cuenta
notice-link-valid = { $days ->
    [one] Nadie podrá iniciar sesión hasta que se restablezca la contraseña por correo. Este enlace funciona durante { $days } día.
   *[other] Nadie podrá iniciar sesión hasta que se restablezca la contraseña por correo. Este enlace funciona durante { $days } días.
  }
notice-recovery-title = Elige una contraseña nueva en { $product }
notice-support-title = Avísanos
