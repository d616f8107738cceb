/** An account number as letters have it. @example accountText('15030000002') === '1503.00.00002' */
export function accountText(account: string): string {
  return account.length === 11 ? `${account.slice(0, 4)}.${account.slice(4, 6)}.${account.slice(6)}` : account;
}
