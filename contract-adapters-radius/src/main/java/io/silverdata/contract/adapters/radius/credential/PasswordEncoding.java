package io.silverdata.contract.adapters.radius.credential;

/** How passwords stand in {@code radcheck}, and so by which methods a subscriber can log in. */
public enum PasswordEncoding {
    /** As it is. Needed for CHAP and EAP-MD5; serves PAP and MS-CHAP too. Whoever reads the table knows every password. */
    CLEARTEXT,
    /** MD4 of the password (RFC 2759, section 8.3). Serves PAP and MS-CHAP. As good as the password to who reads it. */
    NT,
    /** SHA-512 with a salt of 16 octets. Serves PAP only; the one from which no password can be read. */
    SSHA512
}
