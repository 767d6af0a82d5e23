package app.latchkey.test

import android.content.res.Configuration
import android.os.LocaleList
import org.junit.Assert.assertEquals
import org.junit.Assert.assertSame
import org.junit.Test
import org.robolectric.annotation.Config

class LanguageTest : Activity() {
    @Test @Config(qualifiers = "b+sr+Latn") fun `Rust learns the phone's language with its script`() {
        assertEquals("sr-Latn", start().get().languages())
    }

    @Test fun `the language chosen for the app comes first, without a new activity`() {
        val running = start()
        val activity = running.get()
        val chosen = Configuration(activity.resources.configuration)
        chosen.setLocales(LocaleList.forLanguageTags("pt-BR,ar"))
        running.configurationChange(chosen)
        assertSame(activity, running.get())
        assertEquals("pt-BR,ar", running.get().languages())
    }
}
