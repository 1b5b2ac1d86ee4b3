// Command certificate makes an authority, and certificates of it, for tests of encrypted connections.
//
//	certificate authority FOLDER          writes ca.crt and ca.key
//	certificate issue AUTHORITY FOLDER NAME…  writes tls.crt, tls.key and ca.crt, for these DNS names
//
// The files are those of a Secret of cert-manager.
package main

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/pem"
	"errors"
	"fmt"
	"math/big"
	"os"
	"path/filepath"
	"time"
)

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(args []string) error {
	switch {
	case len(args) == 2 && args[0] == "authority":
		return authority(args[1])
	case len(args) > 3 && args[0] == "issue":
		return issue(args[1], args[2], args[3:])
	}
	return errors.New("usage: certificate authority FOLDER | certificate issue AUTHORITY FOLDER NAME…")
}

func authority(folder string) error {
	template := subject("tiers")
	template.IsCA = true
	template.BasicConstraintsValid = true
	template.KeyUsage = x509.KeyUsageCertSign
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		return err
	}
	return write(folder, "ca", template, template, key, key)
}

func issue(from, folder string, names []string) error {
	signer, signerKey, err := read(from)
	if err != nil {
		return err
	}
	template := subject("collector")
	template.DNSNames = names
	template.ExtKeyUsage = []x509.ExtKeyUsage{x509.ExtKeyUsageServerAuth, x509.ExtKeyUsageClientAuth}
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		return err
	}
	if err := write(folder, "tls", template, signer, key, signerKey); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(folder, "ca.crt"), encoded("CERTIFICATE", signer.Raw), 0o600)
}

func subject(name string) *x509.Certificate {
	now := time.Now()
	return &x509.Certificate{
		SerialNumber: big.NewInt(now.UnixNano()),
		Subject:      pkix.Name{CommonName: name},
		NotBefore:    now.Add(-time.Hour),
		NotAfter:     now.Add(48 * time.Hour),
	}
}

func write(folder, name string, template, signer *x509.Certificate, key, signerKey *ecdsa.PrivateKey) error {
	certificate, err := x509.CreateCertificate(rand.Reader, template, signer, &key.PublicKey, signerKey)
	if err != nil {
		return err
	}
	private, err := x509.MarshalPKCS8PrivateKey(key)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(folder, name+".crt"), encoded("CERTIFICATE", certificate), 0o600); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(folder, name+".key"), encoded("PRIVATE KEY", private), 0o600)
}

func read(folder string) (*x509.Certificate, *ecdsa.PrivateKey, error) {
	certificate, err := decoded(filepath.Join(folder, "ca.crt"))
	if err != nil {
		return nil, nil, err
	}
	signer, err := x509.ParseCertificate(certificate)
	if err != nil {
		return nil, nil, err
	}
	private, err := decoded(filepath.Join(folder, "ca.key"))
	if err != nil {
		return nil, nil, err
	}
	key, err := x509.ParsePKCS8PrivateKey(private)
	if err != nil {
		return nil, nil, err
	}
	signerKey, ok := key.(*ecdsa.PrivateKey)
	if !ok {
		return nil, nil, fmt.Errorf("%s holds another kind of key", folder)
	}
	return signer, signerKey, nil
}

func encoded(kind string, content []byte) []byte {
	return pem.EncodeToMemory(&pem.Block{Type: kind, Bytes: content})
}

func decoded(file string) ([]byte, error) {
	content, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	block, _ := pem.Decode(content)
	if block == nil {
		return nil, fmt.Errorf("%s is not PEM", file)
	}
	return block.Bytes, nil
}
