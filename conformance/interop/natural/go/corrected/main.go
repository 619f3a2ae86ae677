// Package main serves securityActions with net/http, corrected until the kit passed it.
package main

import (
	"crypto/ecdsa"
	"encoding/json"
	"fmt"
	"io"
	"log"
	"mime"
	"net"
	"net/http"
	"os"
	"slices"
	"strings"
	"sync"
	"time"
	"unicode/utf8"

	"github.com/golang-jwt/jwt/v5"
)

type claims struct {
	AppID    string   `json:"appid"`
	TenantID string   `json:"tid"`
	Scopes   string   `json:"scp"`
	Roles    []string `json:"roles"`
	jwt.RegisteredClaims
}

const (
	read      = "SecurityActions.Read.All"
	readWrite = "SecurityActions.ReadWrite.All"
	maxBody   = 1 << 20
)

var (
	publicKey *ecdsa.PublicKey
	mutex     sync.Mutex
	actions   = map[string]*securityAction{}
	order     []string
)

func respond(w http.ResponseWriter, status int, body any) {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	json.NewEncoder(w).Encode(body)
}

func fail(w http.ResponseWriter, status int, code, message string) {
	respond(w, status, map[string]any{"error": map[string]string{"code": code, "message": message}})
}

// authorized calls next with the caller of a valid application token that has one of the roles.
func authorized(next func(http.ResponseWriter, *http.Request, *claims), roles ...string) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		scheme, token, _ := strings.Cut(r.Header.Get("Authorization"), " ")
		caller := &claims{}
		_, err := jwt.ParseWithClaims(strings.TrimSpace(token), caller, func(*jwt.Token) (any, error) { return publicKey, nil },
			jwt.WithValidMethods([]string{"ES256"}), jwt.WithAudience(os.Getenv("TOKEN_AUDIENCE")), jwt.WithExpirationRequired())
		if err != nil || !strings.EqualFold(scheme, "Bearer") {
			w.Header().Set("WWW-Authenticate", `Bearer realm="securityActions"`)
			fail(w, http.StatusUnauthorized, "InvalidAuthenticationToken", "the access token is missing or invalid")
			return
		}
		permitted := slices.ContainsFunc(caller.Roles, func(role string) bool { return slices.Contains(roles, role) })
		if caller.Scopes != "" || !permitted {
			fail(w, http.StatusForbidden, "Forbidden", "an application needs "+strings.Join(roles, " or "))
			return
		}
		next(w, r, caller)
	}
}

// parse reads the members of a JSON object, or responds with 400 or 415 and returns nil. A map keeps apart what was
// null and what was not sent, and compares names exactly.
func parse(w http.ResponseWriter, r *http.Request) map[string]json.RawMessage {
	if media, _, err := mime.ParseMediaType(r.Header.Get("Content-Type")); err != nil || media != "application/json" {
		fail(w, http.StatusUnsupportedMediaType, "UnsupportedMediaType", "send application/json")
		return nil
	}
	raw, err := io.ReadAll(http.MaxBytesReader(w, r.Body, maxBody))
	if err != nil {
		fail(w, http.StatusBadRequest, "BadRequest", err.Error())
		return nil
	}
	var body map[string]json.RawMessage
	if err := json.Unmarshal(raw, &body); err != nil || body == nil || !utf8.Valid(raw) {
		fail(w, http.StatusBadRequest, "BadRequest", "the body is not a JSON object in UTF-8")
		return nil
	}
	return body
}

func list(w http.ResponseWriter, _ *http.Request, caller *claims) {
	mutex.Lock()
	defer mutex.Unlock()
	value := []*securityAction{}
	for _, id := range order {
		if *actions[id].AzureTenantID == caller.TenantID {
			value = append(value, actions[id])
		}
	}
	respond(w, http.StatusOK, map[string]any{"value": value})
}

func create(w http.ResponseWriter, r *http.Request, caller *claims) {
	body := parse(w, r)
	if body == nil {
		return
	}
	now := time.Now().UTC()
	action := newAction(caller, now)
	// The server owns these: they are checked and not adopted.
	ignored := &securityAction{}
	err := ignored.read(body, "completedDateTime", "errorInfo", "status")
	if err == nil {
		err = action.read(body, "actionReason", "clientContext", "name", "parameters", "vendorInformation")
	}
	if err == nil && action.Parameters == nil {
		err = fmt.Errorf("parameters is required")
	}
	if err != nil {
		fail(w, http.StatusBadRequest, "BadRequest", err.Error())
		return
	}
	mutex.Lock()
	defer mutex.Unlock()
	actions[action.ID] = action
	order = append(order, action.ID)
	w.Header().Set("Location", fmt.Sprintf("http://%s%s/%s", r.Host, r.URL.Path, action.ID))
	respond(w, http.StatusCreated, action)
}

// find returns the action of the path in the tenant of the caller, or responds with 404 and returns nil.
func find(w http.ResponseWriter, r *http.Request, caller *claims) *securityAction {
	action := actions[r.PathValue("id")]
	if action == nil || *action.AzureTenantID != caller.TenantID {
		fail(w, http.StatusNotFound, "ResourceNotFound", "there is no such action")
		return nil
	}
	return action
}

func get(w http.ResponseWriter, r *http.Request, caller *claims) {
	mutex.Lock()
	defer mutex.Unlock()
	if action := find(w, r, caller); action != nil {
		respond(w, http.StatusOK, action)
	}
}

func update(w http.ResponseWriter, r *http.Request, caller *claims) {
	body := parse(w, r)
	if body == nil {
		return
	}
	mutex.Lock()
	defer mutex.Unlock()
	action := find(w, r, caller)
	if action == nil {
		return
	}
	// Changes a copy, so that a rejected request changes nothing.
	changed := *action
	err := changed.read(body, "actionReason", "clientContext", "completedDateTime", "errorInfo", "name", "parameters",
		"status", "vendorInformation")
	if err != nil {
		fail(w, http.StatusBadRequest, "BadRequest", err.Error())
		return
	}
	if !mayChange(action.Status, changed.Status) {
		fail(w, http.StatusConflict, "Conflict", fmt.Sprintf("an action cannot change from %s to %s", action.Status, changed.Status))
		return
	}
	status := changed.Status
	changed.Status = action.Status
	changed.touch()
	changed.moveTo(status, caller)
	*action = changed
	respond(w, http.StatusOK, action)
}

func cancel(w http.ResponseWriter, r *http.Request, caller *claims) {
	mutex.Lock()
	defer mutex.Unlock()
	action := find(w, r, caller)
	if action == nil {
		return
	}
	if !isFinal(action.Status) {
		message := "the action was cancelled"
		action.ErrorInfo = &resultInfo{Message: &message}
		action.touch()
		action.moveTo("Failed", caller)
	}
	w.WriteHeader(http.StatusNoContent)
}

// otherMethod responds to the methods that a path lacks; net/http itself would respond with text.
func otherMethod(allow string) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Allow", allow)
		fail(w, http.StatusMethodNotAllowed, "MethodNotAllowed", r.Method+" is not allowed here")
	}
}

// correlated adds the header fields by which a client finds a request in the log of the server.
func correlated(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("request-id", newID())
		if sent := r.Header.Get("client-request-id"); sent != "" {
			w.Header().Set("client-request-id", sent)
		}
		next.ServeHTTP(w, r)
	})
}

func main() {
	var err error
	if publicKey, err = jwt.ParseECPublicKeyFromPEM([]byte(os.Getenv("TOKEN_PUBLIC_KEY"))); err != nil {
		log.Fatal(err)
	}
	const path = "/beta/security/securityActions"
	mux := http.NewServeMux()
	mux.HandleFunc("GET "+path, authorized(list, read, readWrite))
	mux.HandleFunc("POST "+path, authorized(create, readWrite))
	mux.HandleFunc(path, otherMethod("GET, POST"))
	mux.HandleFunc("GET "+path+"/{id}", authorized(get, read, readWrite))
	mux.HandleFunc("PATCH "+path+"/{id}", authorized(update, readWrite))
	mux.HandleFunc(path+"/{id}", otherMethod("GET, PATCH"))
	mux.HandleFunc("POST "+path+"/{id}/cancelSecurityAction", authorized(cancel, readWrite))
	mux.HandleFunc(path+"/{id}/cancelSecurityAction", otherMethod("POST"))
	mux.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		fail(w, http.StatusNotFound, "ResourceNotFound", "there is nothing at "+r.URL.Path)
	})

	port := os.Getenv("PORT")
	if port == "" {
		port = "0"
	}
	listener, err := net.Listen("tcp", "127.0.0.1:"+port)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Printf("listening on http://%s/beta\n", listener.Addr())
	log.Fatal(http.Serve(listener, correlated(mux)))
}
