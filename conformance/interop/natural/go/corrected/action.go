package main

import (
	"crypto/rand"
	"encoding/json"
	"errors"
	"fmt"
	"regexp"
	"slices"
	"time"
	"unicode/utf8"
)

type keyValuePair struct {
	Name  *string `json:"name"`
	Value *string `json:"value"`
}

type resultInfo struct {
	Code    int32   `json:"code"`
	Message *string `json:"message"`
	Subcode int32   `json:"subcode"`
}

type vendorInformation struct {
	Provider        *string `json:"provider"`
	ProviderVersion *string `json:"providerVersion"`
	SubProvider     *string `json:"subProvider"`
	Vendor          *string `json:"vendor"`
}

type state struct {
	AppID           *string   `json:"appId"`
	User            *string   `json:"user"`
	Status          string    `json:"status"`
	UpdatedDateTime time.Time `json:"updatedDateTime"`
}

// securityAction uses pointers where null is a value of its own.
type securityAction struct {
	Type               string             `json:"@odata.type"`
	ID                 string             `json:"id"`
	ActionReason       *string            `json:"actionReason"`
	AppID              *string            `json:"appId"`
	AzureTenantID      *string            `json:"azureTenantId"`
	ClientContext      *string            `json:"clientContext"`
	CompletedDateTime  *time.Time         `json:"completedDateTime"`
	CreatedDateTime    time.Time          `json:"createdDateTime"`
	ErrorInfo          *resultInfo        `json:"errorInfo"`
	LastActionDateTime time.Time          `json:"lastActionDateTime"`
	Name               *string            `json:"name"`
	Parameters         []keyValuePair     `json:"parameters"`
	States             []state            `json:"states"`
	Status             string             `json:"status"`
	User               *string            `json:"user"`
	VendorInformation  *vendorInformation `json:"vendorInformation"`
}

var statuses = []string{"NotStarted", "Running", "Completed", "Failed"}

func isFinal(status string) bool {
	return status == "Completed" || status == "Failed"
}

func mayChange(from, to string) bool {
	return from == to || !isFinal(from) && slices.Index(statuses, to) > slices.Index(statuses, from)
}

func newID() string {
	b := make([]byte, 16)
	rand.Read(b)
	return fmt.Sprintf("%x-%x-%x-%x-%x", b[0:4], b[4:6], b[6:8], b[8:10], b[10:])
}

func newAction(caller *claims, now time.Time) *securityAction {
	return &securityAction{
		Type:               "#microsoft.graph.securityAction",
		ID:                 newID(),
		AppID:              &caller.AppID,
		AzureTenantID:      &caller.TenantID,
		CreatedDateTime:    now,
		LastActionDateTime: now,
		Status:             "NotStarted",
		States:             []state{{AppID: &caller.AppID, Status: "NotStarted", UpdatedDateTime: now}},
	}
}

// touch moves lastActionDateTime forward, also when the clock has not advanced.
func (a *securityAction) touch() {
	earliest := a.LastActionDateTime.Add(time.Nanosecond)
	a.LastActionDateTime = time.Now().UTC()
	if a.LastActionDateTime.Before(earliest) {
		a.LastActionDateTime = earliest
	}
}

func (a *securityAction) moveTo(status string, caller *claims) {
	if status == a.Status {
		return
	}
	a.Status = status
	// A copy, because a rejected change must not show in the action that it was made from.
	a.States = append(slices.Clone(a.States), state{AppID: &caller.AppID, Status: status, UpdatedDateTime: a.LastActionDateTime})
	if isFinal(status) && a.CompletedDateTime == nil {
		completed := a.LastActionDateTime
		a.CompletedDateTime = &completed
	}
	if status == "Failed" && a.ErrorInfo == nil {
		message := "the action failed"
		a.ErrorInfo = &resultInfo{Message: &message}
	}
}

var timestamp = regexp.MustCompile(`^"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,12})?(Z|[+-]\d\d:\d\d)"$`)

// read adopts the named properties of a body. Null clears a property; what was not sent stays as it is.
func (a *securityAction) read(body map[string]json.RawMessage, names ...string) error {
	for _, name := range names {
		if raw, sent := body[name]; sent {
			if err := a.set(name, raw); err != nil {
				return fmt.Errorf("%s has an invalid value: %w", name, err)
			}
		}
	}
	return nil
}

func (a *securityAction) set(name string, raw json.RawMessage) error {
	switch name {
	case "actionReason":
		return replace(&a.ActionReason, raw)
	case "clientContext":
		if err := replace(&a.ClientContext, raw); err != nil {
			return err
		}
		if a.ClientContext != nil && utf8.RuneCountInString(*a.ClientContext) > 256 {
			return fmt.Errorf("more than 256 characters")
		}
		return nil
	case "completedDateTime":
		if string(raw) != "null" && !timestamp.Match(raw) {
			return fmt.Errorf("not an RFC 3339 timestamp")
		}
		if err := replace(&a.CompletedDateTime, raw); err != nil || a.CompletedDateTime == nil {
			return err
		}
		*a.CompletedDateTime = a.CompletedDateTime.UTC()
		return nil
	case "errorInfo":
		return replace(&a.ErrorInfo, raw)
	case "name":
		return replace(&a.Name, raw)
	case "parameters":
		var pairs []keyValuePair
		if err := json.Unmarshal(raw, &pairs); err != nil {
			return err
		}
		nameless := func(pair keyValuePair) bool { return pair.Name == nil }
		if pairs == nil || slices.ContainsFunc(pairs, nameless) {
			return fmt.Errorf("expected a collection of pairs with names")
		}
		a.Parameters = pairs
		return nil
	case "status":
		var status *string
		if err := json.Unmarshal(raw, &status); err != nil || status == nil {
			return err
		}
		if !slices.Contains(statuses, *status) {
			return fmt.Errorf("expected one of %v", statuses)
		}
		a.Status = *status
		return nil
	case "vendorInformation":
		// Into a deep copy of what is stored: members that were not sent are kept, and no other copy changes.
		stored, err := json.Marshal(a.VendorInformation)
		if err != nil {
			return err
		}
		var merged *vendorInformation
		if err := errors.Join(json.Unmarshal(stored, &merged), json.Unmarshal(raw, &merged)); err != nil {
			return err
		}
		a.VendorInformation = merged
		return nil
	}
	return fmt.Errorf("no such property")
}

// replace decodes into a new value, because decoding into a present one would change what other copies point to.
func replace[T any](property **T, raw json.RawMessage) error {
	var value *T
	err := json.Unmarshal(raw, &value)
	*property = value
	return err
}
