import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The client's half of SRP-6a as Cognito speaks it: the password itself is never sent. */
final class SrpProof {
  /** The 3072-bit group of RFC 3526. */
  private static final BigInteger N =
      new BigInteger(
          "ffffffffffffffffc90fdaa22168c234c4c6628b80dc1cd129024e088a67cc74020bbea63b139b22514a08798e3404dd"
          + "ef9519b3cd3a431b302b0a6df25f14374fe1356d6d51c245e485b576625e7ec6f44c42e9a637ed6b0bff5cb6f406b7ed"
          + "ee386bfb5a899fa5ae9f24117c4b1fe649286651ece45b3dc2007cb8a163bf0598da48361c55d39a69163fa8fd24cf5f"
          + "83655d23dca3ad961c62f356208552bb9ed529077096966d670c354e4abc9804f1746c08ca18217c32905e462e36ce3b"
          + "e39e772c180e86039b2783a2ec07a28fb5c55df06f4c52c9de2bcbf6955817183995497cea956ae515d2261898fa0510"
          + "15728e5a8aaac42dad33170d04507a33a85521abdf1cba64ecfb850458dbef0a8aea71575d060c7db3970f85a6e1e4c7"
          + "abf5ae8cdb0933d71e8c94e04a25619dcee3d2261ad2ee6bf12ffa06d98a0864d87602733ec86a64521f2b18177b200c"
          + "bbe117577a615d6c770988c0bad946e208e24fa074e5ab3143db5bfce0fd108e4b82d120a93ad2caffffffffffffffff",
          16);

  private static final BigInteger G = BigInteger.TWO;
  private static final DateTimeFormatter TIMESTAMP =
      DateTimeFormatter.ofPattern("EEE MMM d HH:mm:ss 'UTC' yyyy", Locale.US);

  private final BigInteger secret = new BigInteger(256, new SecureRandom());
  private final BigInteger mine = G.modPow(secret, N);

  /** What InitiateAuth wants as SRP_A. */
  String publicValue() {
    return mine.toString(16);
  }

  /** What RespondToAuthChallenge wants, from the parameters of its challenge. */
  Map<String, String> answer(String poolId, String password, Map<String, String> challenge)
      throws GeneralSecurityException {
    String user = challenge.get("USER_ID_FOR_SRP");
    String pool = poolId.substring(poolId.indexOf('_') + 1);
    String timestamp = TIMESTAMP.format(ZonedDateTime.now(ZoneOffset.UTC));
    byte[] block = Base64.getDecoder().decode(challenge.get("SECRET_BLOCK"));
    byte[] key = sessionKey(pool + user + ":" + password, challenge.get("SALT"), challenge.get("SRP_B"));
    byte[] signature = hmac(key, text(pool), text(user), block, text(timestamp));
    return Map.of(
        "USERNAME", user,
        "PASSWORD_CLAIM_SECRET_BLOCK", challenge.get("SECRET_BLOCK"),
        "PASSWORD_CLAIM_SIGNATURE", Base64.getEncoder().encodeToString(signature),
        "TIMESTAMP", timestamp);
  }

  private byte[] sessionKey(String identity, String salt, String publicB) throws GeneralSecurityException {
    BigInteger theirs = new BigInteger(publicB, 16);
    BigInteger u = number(hash(mine.toByteArray(), theirs.toByteArray()));
    BigInteger x = number(hash(new BigInteger(salt, 16).toByteArray(), hash(text(identity))));
    BigInteger k = number(hash(N.toByteArray(), G.toByteArray()));
    BigInteger base = theirs.subtract(k.multiply(G.modPow(x, N))).mod(N);
    BigInteger shared = base.modPow(secret.add(u.multiply(x)), N);
    byte[] extracted = hmac(u.toByteArray(), shared.toByteArray());
    return Arrays.copyOf(hmac(extracted, text("Caldera Derived Key"), new byte[] {1}), 16);
  }

  private static BigInteger number(byte[] bytes) {
    return new BigInteger(HexFormat.of().formatHex(bytes), 16);
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] hash(byte[]... parts) throws GeneralSecurityException {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    for (byte[] part : parts) {
      digest.update(part);
    }
    return digest.digest();
  }

  private static byte[] hmac(byte[] key, byte[]... parts) throws GeneralSecurityException {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(key, "HmacSHA256"));
    for (byte[] part : parts) {
      mac.update(part);
    }
    return mac.doFinal();
  }
}
