import { UserError } from '../../errors.ts';
import type { TextKey } from '../../texts.ts';

const reasons: ReadonlyMap<string, TextKey> = new Map<string, TextKey>([
  ['ENOTFOUND', 'sources.unknownHost'],
  ['ENODATA', 'sources.unknownHost'],
  ['ETIMEDOUT', 'sources.timeout'],
  ['UND_ERR_HEADERS_OVERFLOW', 'sources.badAnswer'],
]);

/** OpenSSL's names for certificates that can't be trusted: nodejs.org/api/tls.html#x509-certificate-error-codes. */
const certificate =
  /^(?:CERT_|UNABLE_TO_|SELF_SIGNED_|DEPTH_ZERO_|ERR_TLS_CERT_|INVALID_CA$|HOSTNAME_MISMATCH$)/;

/**
 * What a failed request is for a person, by the error that a socket, TLS, HTTP or a decoder gave; a fault of our own stays
 * one.
 * @param hasBegun whether the server had begun to answer
 */
export function failureOf(error: unknown, hasBegun: boolean): unknown {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (cause instanceof UserError) return cause;
  }
  if (!(error instanceof Error) || error instanceof TypeError) return error;
  const isParsers = error.name === 'HTTPParserError';
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  if (code === undefined && !isParsers) return error;
  const key = hasBegun ? 'sources.incomplete' : isParsers ? 'sources.badAnswer' : keyOf(code ?? '');
  // Its words alone: the parser's error holds what the server sent, which doesn't belong into a log.
  return new UserError(key, {}, { cause: error.message });
}

function keyOf(code: string): TextKey {
  if (certificate.test(code)) return 'sources.certificate';
  return reasons.get(code) ?? 'sources.unreachable';
}
