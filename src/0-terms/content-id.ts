import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/** SHA-256 of a text's UTF-8 bytes, hexadecimal. Pure JavaScript, so that a browser gives the same. */
export const digest = (text: string): string => bytesToHex(sha256(utf8ToBytes(text)));

/** An id made from content: the same content gives the same id on every machine and in every run. */
export const contentId = (prefix: 'r' | 'c' | 'e', content: string): string => `${prefix}_${digest(content).slice(0, 16)}`;
