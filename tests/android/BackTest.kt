package app.latchkey.test

import android.os.Build.VERSION.SDK_INT
import android.view.KeyEvent
import android.window.BackEvent.EDGE_LEFT
import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertTrue
import org.junit.Before
import org.junit.Test
import org.robolectric.Shadows.shadowOf
import org.robolectric.annotation.Config
import org.robolectric.shadows.ShadowWindowManagerGlobal.startPredictiveBackGesture

class BackTest : Activity() {
    /** Robolectric does not read this setting from the manifest. */
    @Before fun enableGestures() {
        if (SDK_INT >= 33) context.applicationInfo.setEnableOnBackInvokedCallback(true)
    }

    private fun backs() = Rust.heard.count { it == "back" }

    /** Newer systems treat the button as a gesture. */
    @Test @Config(sdk = [28]) fun `the flow decides where the back button leads`() {
        val activity = start().get()
        for (action in listOf(KeyEvent.ACTION_DOWN, KeyEvent.ACTION_UP)) {
            activity.dispatchKeyEvent(KeyEvent(action, KeyEvent.KEYCODE_BACK))
        }
        assertEquals(1, backs())
        assertFalse(activity.isFinishing)
    }

    @Test @Config(sdk = [35]) fun `a back gesture counts when it is completed`() {
        val activity = start().get()
        startPredictiveBackGesture(EDGE_LEFT)!!.use { gesture ->
            gesture.moveBy(40f, 0f)
            assertEquals("not yet", 0, backs())
        }
        assertEquals(1, backs())
        assertFalse(activity.isFinishing)
    }

    @Test @Config(sdk = [35]) fun `a cancelled back gesture changes nothing`() {
        start()
        startPredictiveBackGesture(EDGE_LEFT)!!.use { gesture ->
            gesture.moveBy(40f, 0f)
            gesture.cancel()
        }
        assertEquals(0, backs())
    }

    @Test fun `the first screen leaves to the home screen and keeps the flow`() {
        val activity = start().get()
        activity.moveToBackground()
        assertTrue(shadowOf(activity).isTaskMovedToBack)
        assertFalse(activity.isFinishing)
    }
}
