package main

import (
	"crypto/hkdf"
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha256"
	"encoding/base64"
	"math/big"
	"strings"
	"time"
)

// The 3072-bit group of RFC 3526.
const prime = "" +
	"ffffffffffffffffc90fdaa22168c234c4c6628b80dc1cd129024e088a67cc74020bbea63b139b22514a08798e3404dd" +
	"ef9519b3cd3a431b302b0a6df25f14374fe1356d6d51c245e485b576625e7ec6f44c42e9a637ed6b0bff5cb6f406b7ed" +
	"ee386bfb5a899fa5ae9f24117c4b1fe649286651ece45b3dc2007cb8a163bf0598da48361c55d39a69163fa8fd24cf5f" +
	"83655d23dca3ad961c62f356208552bb9ed529077096966d670c354e4abc9804f1746c08ca18217c32905e462e36ce3b" +
	"e39e772c180e86039b2783a2ec07a28fb5c55df06f4c52c9de2bcbf6955817183995497cea956ae515d2261898fa0510" +
	"15728e5a8aaac42dad33170d04507a33a85521abdf1cba64ecfb850458dbef0a8aea71575d060c7db3970f85a6e1e4c7" +
	"abf5ae8cdb0933d71e8c94e04a25619dcee3d2261ad2ee6bf12ffa06d98a0864d87602733ec86a64521f2b18177b200c" +
	"bbe117577a615d6c770988c0bad946e208e24fa074e5ab3143db5bfce0fd108e4b82d120a93ad2caffffffffffffffff"

// srp is the client's half of SRP-6a as Cognito speaks it: the password itself is never sent.
type srp struct {
	n, g, secret, public *big.Int
}

func newSrp() srp {
	secret := make([]byte, 32)
	rand.Read(secret) // never fails
	s := srp{n: number(prime), g: big.NewInt(2), secret: new(big.Int).SetBytes(secret)}
	s.public = new(big.Int).Exp(s.g, s.secret, s.n)
	return s
}

// answer is what RespondToAuthChallenge wants, from the parameters of its challenge.
func (s srp) answer(poolID, password string, challenge map[string]string) (map[string]string, error) {
	user := challenge["USER_ID_FOR_SRP"]
	_, pool, _ := strings.Cut(poolID, "_")
	timestamp := time.Now().UTC().Format("Mon Jan 2 15:04:05 UTC 2006")
	block, err := base64.StdEncoding.DecodeString(challenge["SECRET_BLOCK"])
	if err != nil {
		return nil, err
	}
	key, err := s.sessionKey(pool+user+":"+password, challenge["SALT"], challenge["SRP_B"])
	if err != nil {
		return nil, err
	}
	mac := hmac.New(sha256.New, key)
	for _, part := range [][]byte{[]byte(pool), []byte(user), block, []byte(timestamp)} {
		mac.Write(part)
	}
	return map[string]string{
		"USERNAME":                    user,
		"PASSWORD_CLAIM_SECRET_BLOCK": challenge["SECRET_BLOCK"],
		"PASSWORD_CLAIM_SIGNATURE":    base64.StdEncoding.EncodeToString(mac.Sum(nil)),
		"TIMESTAMP":                   timestamp,
	}, nil
}

func (s srp) sessionKey(identity, salt, publicB string) ([]byte, error) {
	theirs := number(publicB)
	u := hash(padded(s.public), padded(theirs))
	credentials := sha256.Sum256([]byte(identity))
	x := hash(padded(number(salt)), credentials[:])
	k := hash(padded(s.n), padded(s.g))
	base := new(big.Int).Mul(k, new(big.Int).Exp(s.g, x, s.n))
	base.Sub(theirs, base).Mod(base, s.n)
	exponent := new(big.Int).Add(s.secret, new(big.Int).Mul(u, x))
	shared := new(big.Int).Exp(base, exponent, s.n)
	return hkdf.Key(sha256.New, padded(shared), padded(u), "Caldera Derived Key", 16)
}

func number(hex string) *big.Int {
	value, _ := new(big.Int).SetString(hex, 16)
	return value
}

// padded is a positive number with room for a sign bit, as Java writes it.
func padded(value *big.Int) []byte {
	if value.BitLen()%8 == 0 {
		return append([]byte{0}, value.Bytes()...)
	}
	return value.Bytes()
}

func hash(parts ...[]byte) *big.Int {
	digest := sha256.New()
	for _, part := range parts {
		digest.Write(part)
	}
	return new(big.Int).SetBytes(digest.Sum(nil))
}
