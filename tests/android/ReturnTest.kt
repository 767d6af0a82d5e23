package app.latchkey.test

import android.content.res.Configuration
import android.os.Bundle
import dev.dioxus.main.MainActivity
import org.junit.Assert.assertEquals
import org.junit.Assert.assertSame
import org.junit.Test
import org.robolectric.Robolectric

class ReturnTest : Activity() {
    /** Ends the process as Android does without warning, after the activity has saved its state. */
    private fun ended(running: Running): Bundle {
        val state = Bundle()
        running.pause().stop().saveInstanceState(state).destroy()
        Rust.heard.clear()
        return state
    }

    @Test fun `a link is not opened again when the app returns after its process ended`() {
        val state = ended(start(tapped(HTTPS_LINK)))
        Robolectric.buildActivity(MainActivity::class.java, tapped(HTTPS_LINK)).setup(state)
        assertEquals(listOf("attach", "start"), Rust.heard)
    }

    @Test fun `a new link brings back an app whose process ended`() {
        val state = ended(start(tapped(HTTPS_LINK)))
        Robolectric.buildActivity(MainActivity::class.java, tapped(HTTPS_LINK)).create(state).start()
            .restoreInstanceState(state).newIntent(tapped(SCHEME_LINK)).resume()
        assertEquals(listOf("attach", "start", "link $SCHEME_LINK"), Rust.heard)
    }

    @Test fun `rotation, dark mode and larger text keep the activity and its page`() {
        val running = start()
        val (activity, page) = running.get() to Rust.page
        val changed = Configuration(activity.resources.configuration).apply {
            orientation = Configuration.ORIENTATION_LANDSCAPE
            uiMode = Configuration.UI_MODE_NIGHT_YES
            fontScale = 2f
        }
        running.configurationChange(changed)
        assertSame(activity, running.get())
        assertSame(page, Rust.page)
        assertEquals("started once", 1, Rust.heard.count { it == "start" })
    }
}
