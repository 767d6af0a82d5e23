# Translation of en.ftl.
language = Idioma:
support = ¿Necesitas ayuda? Pídela aquí:
help = Ayuda
privacy = Privacidad
terms = Condiciones

reset-title = Elige una contraseña nueva
open-app-lead = Si la aplicación está en este dispositivo, sigue en ella.
open-app = Abrir la aplicación
or-set-it-here = o cámbiala aquí
get-app = Consigue la aplicación:
code-title = Tu código
code-lead = Escríbelo donde pediste el correo.
link-label = Enlace del correo
link-hint = Copia el enlace completo del correo y pégalo aquí.
new-password = Contraseña nueva
policy = { $min ->
    [one] Al menos { $min } carácter.
   *[other] Al menos { $min } caracteres.
  } Varias palabras que solo tú juntarías son fáciles de recordar.
repeat-password = Repite la contraseña nueva
show-passwords = Mostrar lo que escribo
second-factor = Código de tu aplicación de autenticación
set-password = Guardar la contraseña nueva

done-title = Tu contraseña ha cambiado
done-signed-out = Se ha cerrado la sesión en todos los demás dispositivos. Vuelve a entrar en ellos con la contraseña nueva.
done-close = Puedes cerrar esta página e iniciar sesión.

error-summary-title = Todavía hay algo que corregir
link-missing = Pega el enlace completo del correo.
password-missing = Escribe una contraseña nueva.
passwords-differ = Las dos contraseñas son distintas. Escribe ambas otra vez.
password-too-short = { $min ->
    [one] Demasiado corta: usa al menos { $min } carácter.
   *[other] Demasiado corta: usa al menos { $min } caracteres.
  }
password-too-long = { $max ->
    [one] Demasiado larga: usa como máximo { $max } carácter.
   *[other] Demasiado larga: usa como máximo { $max } caracteres.
  }
password-common = Demasiado fácil de adivinar: mucha gente usa algo parecido.
password-breached = Está en una lista de contraseñas robadas: elige otra.
password-personal = Contiene parte de tu dirección de correo: quítala.
password-product-name = Contiene el nombre de este servicio: quítalo.
password-same-as-before = Es tu contraseña actual: elige una nueva.
second-factor-required = Esta cuenta también está protegida con una aplicación de autenticación. Escribe su código y, otra vez, la contraseña nueva.
second-factor-invalid = Ese no es el código que vale ahora. Espera al siguiente en tu aplicación de autenticación y escribe otra vez la contraseña nueva.
email-invalid = Esto no parece una dirección de correo. Le hace falta una @, como en nombre@example.org.
wait-seconds = { $seconds ->
    [one] Demasiados intentos. Espera { $seconds } segundo.
   *[other] Demasiados intentos. Espera { $seconds } segundos.
  }
wait-minutes = { $minutes ->
    [one] Demasiados intentos. Espera { $minutes } minuto.
   *[other] Demasiados intentos. Espera { $minutes } minutos.
  }
malformed-request = No se puede leer lo que se envió. Inténtalo otra vez.
cross-site-request = Esto se envió desde otro sitio web, así que no se ha hecho nada. Si fuiste tú, inténtalo otra vez aquí.
internal-error = El servicio tiene un problema en este momento. Inténtalo dentro de unos minutos.

expired-title = Este enlace ha caducado
expired-text = Por tu seguridad, los enlaces solo sirven durante poco tiempo. Conseguir otro es cosa de un momento.
used-title = Este enlace ya se ha usado
used-text = Con él se guardó una contraseña nueva. Si no fuiste tú, pide ahora otro enlace y elige otra contraseña.
superseded-title = Hay un correo más reciente
superseded-text = Un correo más reciente ha sustituido a este enlace. Abre el último, o pide otro.
other-device-title = Este enlace es de otro dispositivo
other-device-text = Se pidió en otro dispositivo y solo funciona en él. Ábrelo allí, o escribe el código del correo en la aplicación de ese dispositivo.
invalid-link-title = Este enlace está dañado
invalid-link-text = Le falta una parte o ha cambiado; algunos programas de correo estropean los enlaces. Ábrelo otra vez desde el correo.

request-title = ¿Olvidaste tu contraseña?
request-new-link = Pedir un enlace nuevo desde aquí
request-lead = Escribe la dirección de correo de tu cuenta. Te enviaremos un enlace para elegir una contraseña nueva.
request-in-app = Por tu seguridad, solo se puede pedir un enlace nuevo en la aplicación.
email = Dirección de correo
send = Enviar el correo
requested-title = Mira tu correo
requested-text = Si hay una cuenta con la dirección { $email }, ya va en camino un correo con un enlace.
requested-spam = Puede tardar un minuto. Si no llega nada, mira en la carpeta de correo no deseado o revisa la dirección.

freeze-title = ¿No fuiste tú?
freeze-lead = Si otra persona cambió tu contraseña, bloquea la cuenta. Así nadie podrá entrar hasta que se elija una contraseña nueva a través del correo.
freeze = Bloquear la cuenta
freeze-was-you = Si fuiste tú, puedes cerrar esta página.
freeze-expired = Ya no sirve para bloquear la cuenta. Si otra persona cambió tu contraseña, pide ahora una nueva.
freeze-superseded-title = Este enlace ya no bloquea la cuenta
freeze-superseded-text = La contraseña se volvió a cambiar después de este correo. Si tampoco fuiste tú, usa el enlace del último correo sobre un cambio, o pide ahora una contraseña nueva.
frozen-title = La cuenta está bloqueada
frozen-lead = Nadie puede entrar hasta que elijas una contraseña nueva. Faltan dos pasos:
mailbox-step-title = Protege tu correo
mailbox-step-text = Cambia la contraseña de tu correo: quien hizo esto podía leer tus mensajes.
frozen-password-title = Elige aquí una contraseña nueva
unlocks-account = Con eso se desbloquea la cuenta.

mail-reset-subject = Elige una contraseña nueva para { $product }
mail-reset-preheader = { $minutes ->
    [one] Elige una nueva antes de { $minutes } minuto.
   *[other] Elige una nueva antes de { $minutes } minutos.
  }
mail-reset-preheader-code = Código: { $code }
mail-reset-lead = Alguien, probablemente tú, ha pedido cambiar la contraseña de tu cuenta de { $product }.
mail-same-device = Abre el enlace en el dispositivo en el que lo pediste.
mail-button = Elegir una contraseña nueva
mail-link-valid = { $minutes ->
    [one] El enlace funciona una sola vez, durante { $minutes } minuto.
   *[other] El enlace funciona una sola vez, durante { $minutes } minutos.
  }
mail-link-copy = Si el botón no hace nada, copia este enlace y pégalo en la aplicación o en el navegador:
mail-code-title = O escribe este código
mail-code-valid = { $minutes ->
    [one] Sirve durante { $minutes } minuto, en la aplicación del dispositivo en el que lo pediste.
   *[other] Sirve durante { $minutes } minutos, en la aplicación del dispositivo en el que lo pediste.
  } No se lo des a nadie; nosotros nunca te lo pediremos.
mail-requested = Pedido
mail-changed = Cambiada
mail-device = Dispositivo
mail-device-name = { $client } en { $system }
mail-fact = { $label }: { $value }
mail-unrequested-title = ¿No lo has pedido tú?
mail-unrequested-text = Entonces no tienes que hacer nada: tu contraseña sigue siendo la misma y, sin este correo, nadie puede cambiarla.
mail-unrequested-again = Si siguen llegando correos así, avísanos:
mail-why-reset = Enviado a { $email } porque alguien pidió cambiar su contraseña.
mail-why-changed = Enviado a { $email }, la dirección de tu cuenta.

notice-subject = Tu contraseña de { $product } ha cambiado
notice-preheader = Si fuiste tú, todo está bien. Si no, bloquea tu cuenta.
notice-lead = La contraseña de tu cuenta de { $product } ha cambiado.
notice-signed-out = Se ha cerrado la sesión en todos los dispositivos.
notice-own-change = ¿Fuiste tú? Entonces todo está bien: inicia sesión con la contraseña nueva.
notice-not-you-title = ¿No fuiste tú?
notice-lock-title = Bloquear la cuenta
notice-link-valid = { $days ->
    [one] El enlace funciona durante { $days } día.
   *[other] El enlace funciona durante { $days } días.
  }
notice-recovery-title = Elige una contraseña nueva en { $product }
notice-support-title = Avísanos
