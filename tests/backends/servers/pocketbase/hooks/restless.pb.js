// PocketBase sends at most one email in two minutes to an account, and has no setting for that. This hook sends the email
// itself and skips the built-in handler, which would record the time.

onRecordRequestPasswordResetRequest((e) => {
  $mails.sendRecordPasswordReset(e.app, e.record);
  return e.noContent(204);
});
