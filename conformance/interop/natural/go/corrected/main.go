// Package main serves securityActions with net/http, as first written from the documentation pages.
package main

import (
	"crypto/ecdsa"
	"crypto/rand"
	"encoding/json"
	"fmt"
	"log"
	"net"
	"net/http"
	"os"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/golang-jwt/jwt/v5"
)

type keyValuePair struct {
	Name  string `json:"name"`
	Value string `json:"value"`
}

type resultInfo struct {
	Code    int    `json:"code"`
	Message string `json:"message"`
	Subcode int    `json:"subcode"`
}

type vendorInformation struct {
	Provider        string `json:"provider"`
	ProviderVersion string `json:"providerVersion"`
	SubProvider     string `json:"subProvider"`
	Vendor          string `json:"vendor"`
}

type state struct {
	AppID           string    `json:"appId"`
	User            string    `json:"user"`
	Status          string    `json:"status"`
	UpdatedDateTime time.Time `json:"updatedDateTime"`
}

type securityAction struct {
	ID                 string             `json:"id"`
	ActionReason       string             `json:"actionReason"`
	AppID              string             `json:"appId"`
	AzureTenantID      string             `json:"azureTenantId"`
	ClientContext      string             `json:"clientContext"`
	CompletedDateTime  *time.Time         `json:"completedDateTime"`
	CreatedDateTime    time.Time          `json:"createdDateTime"`
	ErrorInfo          *resultInfo        `json:"errorInfo"`
	LastActionDateTime time.Time          `json:"lastActionDateTime"`
	Name               string             `json:"name"`
	Parameters         []keyValuePair     `json:"parameters"`
	States             []state            `json:"states"`
	Status             string             `json:"status"`
	User               string             `json:"user"`
	VendorInformation  *vendorInformation `json:"vendorInformation"`
}

type claims struct {
	AppID    string   `json:"appid"`
	TenantID string   `json:"tid"`
	UPN      string   `json:"upn"`
	Roles    []string `json:"roles"`
	jwt.RegisteredClaims
}

const (
	read      = "SecurityActions.Read.All"
	readWrite = "SecurityActions.ReadWrite.All"
)

var (
	publicKey *ecdsa.PublicKey
	mutex     sync.Mutex
	actions   = map[string]*securityAction{}
	order     []string
)

func fail(w http.ResponseWriter, status int, code, message string) {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	json.NewEncoder(w).Encode(map[string]any{"error": map[string]string{"code": code, "message": message}})
}

func respond(w http.ResponseWriter, status int, body any) {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	json.NewEncoder(w).Encode(body)
}

// authorized calls next with the caller of a valid token that has one of the roles.
func authorized(next func(http.ResponseWriter, *http.Request, *claims), roles ...string) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		token, found := strings.CutPrefix(r.Header.Get("Authorization"), "Bearer ")
		if !found {
			fail(w, http.StatusUnauthorized, "InvalidAuthenticationToken", "the access token is missing")
			return
		}
		caller := &claims{}
		_, err := jwt.ParseWithClaims(token, caller, func(*jwt.Token) (any, error) { return publicKey, nil },
			jwt.WithValidMethods([]string{"ES256"}), jwt.WithAudience(os.Getenv("TOKEN_AUDIENCE")))
		if err != nil {
			fail(w, http.StatusUnauthorized, "InvalidAuthenticationToken", err.Error())
			return
		}
		if !slices.ContainsFunc(caller.Roles, func(role string) bool { return slices.Contains(roles, role) }) {
			fail(w, http.StatusForbidden, "Forbidden", "the application lacks "+strings.Join(roles, " or "))
			return
		}
		mutex.Lock()
		defer mutex.Unlock()
		next(w, r, caller)
	}
}

func newID() string {
	b := make([]byte, 16)
	rand.Read(b)
	return fmt.Sprintf("%x-%x-%x-%x-%x", b[0:4], b[4:6], b[6:8], b[8:10], b[10:])
}

func (a *securityAction) setStatus(status string, caller *claims) {
	now := time.Now()
	a.Status = status
	a.LastActionDateTime = now
	a.States = append(a.States, state{caller.AppID, caller.UPN, status, now})
	if status == "Completed" || status == "Failed" {
		a.CompletedDateTime = &now
	}
}

func problem(a *securityAction) string {
	switch {
	case len(a.ClientContext) > 256:
		return "clientContext can have a maximum of 256 characters"
	case len(a.Parameters) == 0:
		return "parameters is required"
	case !slices.Contains([]string{"NotStarted", "Running", "Completed", "Failed"}, a.Status):
		return "status must be NotStarted, Running, Completed or Failed"
	}
	return ""
}

func list(w http.ResponseWriter, _ *http.Request, caller *claims) {
	var value []*securityAction
	for _, id := range order {
		if actions[id].AzureTenantID == caller.TenantID {
			value = append(value, actions[id])
		}
	}
	respond(w, http.StatusOK, map[string]any{"value": value})
}

func create(w http.ResponseWriter, r *http.Request, caller *claims) {
	action := &securityAction{Status: "NotStarted"}
	if err := json.NewDecoder(r.Body).Decode(action); err != nil {
		fail(w, http.StatusBadRequest, "BadRequest", err.Error())
		return
	}
	if message := problem(action); message != "" {
		fail(w, http.StatusBadRequest, "BadRequest", message)
		return
	}
	action.ID = newID()
	action.AppID, action.AzureTenantID, action.User = caller.AppID, caller.TenantID, caller.UPN
	action.CreatedDateTime = time.Now()
	action.States = nil
	action.setStatus("NotStarted", caller)
	actions[action.ID] = action
	order = append(order, action.ID)
	respond(w, http.StatusCreated, action)
}

// find returns the action of the path in the tenant of the caller, or responds with 404 and returns nil.
func find(w http.ResponseWriter, r *http.Request, caller *claims) *securityAction {
	action := actions[r.PathValue("id")]
	if action == nil || action.AzureTenantID != caller.TenantID {
		fail(w, http.StatusNotFound, "ResourceNotFound", "there is no action "+r.PathValue("id"))
		return nil
	}
	return action
}

func get(w http.ResponseWriter, r *http.Request, caller *claims) {
	if action := find(w, r, caller); action != nil {
		respond(w, http.StatusOK, action)
	}
}

func update(w http.ResponseWriter, r *http.Request, caller *claims) {
	action := find(w, r, caller)
	if action == nil {
		return
	}
	changed := *action
	if err := json.NewDecoder(r.Body).Decode(&changed); err != nil {
		fail(w, http.StatusBadRequest, "BadRequest", err.Error())
		return
	}
	if message := problem(&changed); message != "" {
		fail(w, http.StatusBadRequest, "BadRequest", message)
		return
	}
	status := changed.Status
	changed.ID, changed.AppID, changed.AzureTenantID, changed.User = action.ID, action.AppID, action.AzureTenantID, action.User
	changed.CreatedDateTime, changed.States, changed.Status = action.CreatedDateTime, action.States, action.Status
	changed.LastActionDateTime = time.Now()
	*action = changed
	if status != action.Status {
		action.setStatus(status, caller)
	}
	respond(w, http.StatusOK, action)
}

func cancel(w http.ResponseWriter, r *http.Request, caller *claims) {
	if action := find(w, r, caller); action != nil {
		action.setStatus("Failed", caller)
		w.WriteHeader(http.StatusNoContent)
	}
}

func main() {
	var err error
	if publicKey, err = jwt.ParseECPublicKeyFromPEM([]byte(os.Getenv("TOKEN_PUBLIC_KEY"))); err != nil {
		log.Fatal(err)
	}
	const path = "/beta/security/securityActions"
	http.HandleFunc("GET "+path, authorized(list, read, readWrite))
	http.HandleFunc("POST "+path, authorized(create, readWrite))
	http.HandleFunc("GET "+path+"/{id}", authorized(get, read, readWrite))
	http.HandleFunc("PATCH "+path+"/{id}", authorized(update, readWrite))
	http.HandleFunc("POST "+path+"/{id}/cancelSecurityAction", authorized(cancel, readWrite))

	port := os.Getenv("PORT")
	if port == "" {
		port = "0"
	}
	listener, err := net.Listen("tcp", "127.0.0.1:"+port)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Printf("listening on http://%s/beta\n", listener.Addr())
	log.Fatal(http.Serve(listener, nil))
}
