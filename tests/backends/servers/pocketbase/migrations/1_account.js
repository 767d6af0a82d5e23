// Creates the account, and makes the settings that an operator would make in the dashboard. serve.py passes their values.

migrate((app) => {
  const settings = app.settings();
  settings.meta.appName = "Example";
  settings.meta.appURL = "https://recover.latchkey.example";
  settings.meta.senderAddress = $os.getenv("SENDER");
  settings.smtp.enabled = true;
  settings.smtp.host = $os.getenv("HOST");
  settings.smtp.port = Number($os.getenv("SMTP_PORT"));
  settings.rateLimits.enabled = $os.getenv("THROTTLED") === "yes";
  settings.rateLimits.rules = ["users:requestPasswordReset", "users:confirmPasswordReset"].map((label) => {
    return { label, maxRequests: 1, duration: 3600 };
  });
  app.save(settings);

  const users = app.findCollectionByNameOrId("users");
  if ($os.getenv("EXPIRED") === "yes") {
    users.passwordResetToken.duration = -1;
    // Not a valid setting.
    app.saveNoValidate(users);
  }
  const ada = new Record(users);
  ada.setEmail($os.getenv("EMAIL"));
  ada.setPassword($os.getenv("PASSWORD"));
  app.save(ada);
});
