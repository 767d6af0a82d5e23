package app.latchkey.test

import android.view.WindowManager.LayoutParams.FLAG_SECURE
import org.junit.Assert.assertFalse
import org.junit.Assert.assertTrue
import org.junit.Test

class CaptureTest : Activity() {
    private fun Running.isShielded() = get().window.attributes.flags and FLAG_SECURE != 0

    @Test fun `a shown password is kept out of screenshots until it is hidden`() {
        val running = start()
        assertFalse(running.isShielded())
        running.get().setContentProtection(true)
        assertTrue(running.isShielded())
        running.get().setContentProtection(false)
        assertFalse(running.isShielded())
    }

    @Test fun `a password that is hidden in the background stays out of the list of recent apps`() {
        val running = start()
        running.get().setContentProtection(true)
        running.pause().stop().get().setContentProtection(false)
        assertTrue("the last frame still shows the password", running.isShielded())
        running.start().resume()
        assertFalse(running.isShielded())
    }

    @Test fun `a password that is shown in the background is shielded at once`() {
        val running = start()
        running.pause().get().setContentProtection(true)
        assertTrue(running.isShielded())
    }
}
