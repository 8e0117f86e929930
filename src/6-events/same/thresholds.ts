/** Mean probability from which two groups of accounts are of one happening: where B-cubed of both corpora was best in cross-validation. */
export const SAME_THRESHOLD = 0.4;
/** What two accounts count that shared no key, and so were not compared. */
export const UNSEEN = 0.05;
