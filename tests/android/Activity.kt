package app.latchkey.test

import android.content.Context
import android.content.Intent
import android.net.Uri
import dev.dioxus.main.MainActivity
import org.junit.Before
import org.junit.runner.RunWith
import org.robolectric.Robolectric
import org.robolectric.RobolectricTestRunner
import org.robolectric.RuntimeEnvironment
import org.robolectric.android.controller.ActivityController

const val HTTPS_LINK = "https://recover.latchkey.example/reset-password?token=first"
const val SCHEME_LINK = "latchkey://reset-password?token=second"

typealias Running = ActivityController<MainActivity>

/** What all tests of the activity need. */
@RunWith(RobolectricTestRunner::class)
abstract class Activity {
    protected val context: Context get() = RuntimeEnvironment.getApplication()

    @Before fun forget() = Rust.heard.clear()

    protected fun launched(): Intent =
        Intent(Intent.ACTION_MAIN).addCategory(Intent.CATEGORY_LAUNCHER).setClass(context, MainActivity::class.java)

    protected fun tapped(link: String): Intent = Intent(Intent.ACTION_VIEW, Uri.parse(link))
        .addCategory(Intent.CATEGORY_BROWSABLE).setClass(context, MainActivity::class.java)

    protected fun start(intent: Intent = launched()): Running =
        Robolectric.buildActivity(MainActivity::class.java, intent).setup()
}
