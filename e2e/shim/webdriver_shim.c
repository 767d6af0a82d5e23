/* Preloaded into the app by the window tests. Lets WebKitWebDriver control the app's web view.
 *
 * A web view can be automated only if it was built with "is-controlled-by-automation", a construct-only
 * property, and only if its context allows automation. The app sets neither, and must not. This object
 * interposes the GObject function that builds every glib-rs object, adds the property to each WebKitWebView,
 * and hands the view to the automation session.
 *
 * It is not linked to WebKit, because it is also loaded into processes without WebKit (the shell of xdg-open).
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <string.h>
#include <webkit2/webkit2.h>

#define MAX_PROPERTIES 64
static const char CONTROLLED[] = "is-controlled-by-automation";

typedef GObject *(*object_builder)(GType, guint, const char *[], const GValue[]);

static WebKitWebView *give_view(WebKitAutomationSession *session, gpointer view) {
  (void)session;
  return WEBKIT_WEB_VIEW(view);
}

static void session_started(WebKitWebContext *context, WebKitAutomationSession *session, gpointer view) {
  (void)context;
  g_signal_connect_object(session, "create-web-view", G_CALLBACK(give_view), view, 0);
}

static void open_to_automation(GObject *view) {
  WebKitWebContext *context = webkit_web_view_get_context(WEBKIT_WEB_VIEW(view));
  webkit_web_context_set_automation_allowed(context, TRUE);
  g_signal_connect_object(context, "automation-started", G_CALLBACK(session_started), view, 0);
}

/* The type's id is zero until code of this process has asked for it. Code that builds a view has. */
static gboolean is_web_view(GType type) {
  GType web_view = g_type_from_name("WebKitWebView");
  return web_view != 0 && g_type_is_a(type, web_view);
}

/* A release build unsets the variable that makes it drivable. Ignore that, so that release builds can be measured. */
int unsetenv(const char *name) {
  static int (*original)(const char *);
  if (strcmp(name, "WEBKIT_INSPECTOR_SERVER") == 0)
    return 0;
  if (original == NULL)
    original = (int (*)(const char *))dlsym(RTLD_NEXT, "unsetenv");
  return original(name);
}

GObject *g_object_new_with_properties(GType type, guint count, const char *names[], const GValue values[]) {
  static object_builder build;
  if (build == NULL)
    build = (object_builder)dlsym(RTLD_NEXT, "g_object_new_with_properties");
  if (!is_web_view(type) || count >= MAX_PROPERTIES)
    return build(type, count, names, values);

  GValue yes = G_VALUE_INIT;
  g_value_init(&yes, G_TYPE_BOOLEAN);
  g_value_set_boolean(&yes, TRUE);

  /* Drop the caller's value: a construct property may be named only once. */
  const char *all_names[MAX_PROPERTIES];
  GValue all_values[MAX_PROPERTIES];
  guint kept = 0;
  for (guint i = 0; i < count; i++) {
    if (strcmp(names[i], CONTROLLED) == 0)
      continue;
    all_names[kept] = names[i];
    all_values[kept] = values[i]; /* borrowed for the call: the caller frees them */
    kept++;
  }
  all_names[kept] = CONTROLLED;
  all_values[kept] = yes;
  kept++;

  GObject *view = build(type, kept, all_names, all_values);
  g_value_unset(&yes);
  open_to_automation(view);
  return view;
}
