import { UserError } from '../../errors.ts';
import type { TextKey } from '../../texts.ts';

const reasons: ReadonlyMap<string, TextKey> = new Map<string, TextKey>([
  ['ENOTFOUND', 'sources.unknownHost'],
  ['ENODATA', 'sources.unknownHost'],
  ['UND_ERR_HEADERS_OVERFLOW', 'sources.badAnswer'],
  ['ETIMEDOUT', 'sources.timeout'],
]);

/** OpenSSL's names for certificates that can't be trusted: nodejs.org/api/tls.html#x509-certificate-error-codes. */
const certificate =
  /^(?:CERT_|UNABLE_TO_|SELF_SIGNED_|DEPTH_ZERO_|ERR_TLS_CERT_|INVALID_CA$|HOSTNAME_MISMATCH$)/;

/**
 * What a person is told of a request that failed, by the error that a socket, TLS, HTTP or a decoder gave.
 * @param hasBegun whether the server had begun to answer
 */
export function failureOf(error: unknown, hasBegun: boolean): UserError {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (cause instanceof UserError) return cause;
    const code = 'code' in cause && typeof cause.code === 'string' ? cause.code : '';
    const key = keyOf(code);
    if (key !== undefined && !hasBegun) return new UserError(key, {}, { cause: error });
  }
  return new UserError(hasBegun ? 'sources.incomplete' : 'sources.unreachable', {}, { cause: error });
}

function keyOf(code: string): TextKey | undefined {
  if (certificate.test(code)) return 'sources.certificate';
  // The parser's own names: what came isn't HTTP.
  return code.startsWith('HPE_') ? 'sources.badAnswer' : reasons.get(code);
}
