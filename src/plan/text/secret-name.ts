/** Names of variables that hold secrets by custom, or that GitHub's runner hands to steps for itself. */
const SECRET_NAME =
  /^(?:INPUT|ACTIONS|DOCKER_AUTH)_|TOKEN|SECRET|PASSWORD|PASSWD|PASSPHRASE|CREDENTIAL|(?:PRIVATE|ACCESS|API|SIGNING)_?KEY|(?:^|_)(?:PAT|PASS|AUTH)$/i;

/** Whether a variable is called like a secret. */
export function isSecretName(name: string): boolean {
  return SECRET_NAME.test(name);
}
