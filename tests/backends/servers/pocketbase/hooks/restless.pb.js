// PocketBase sends an account no second mail for two minutes, and has no setting for that. The mail is sent here instead of
// by what comes next, which would remember the moment.

onRecordRequestPasswordResetRequest((e) => {
  $mails.sendRecordPasswordReset(e.app, e.record);
  return e.noContent(204);
});
