"""securityActions in FastAPI, as first written from the documentation pages."""

import os
import uuid
from datetime import datetime
from enum import Enum

import jwt
import uvicorn
from fastapi import Depends, FastAPI, HTTPException
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer
from pydantic import BaseModel, Field

PUBLIC_KEY = os.environ["TOKEN_PUBLIC_KEY"]
AUDIENCE = os.environ["TOKEN_AUDIENCE"]
READ = "SecurityActions.Read.All"
READ_WRITE = "SecurityActions.ReadWrite.All"


class OperationStatus(str, Enum):
    NOT_STARTED = "NotStarted"
    RUNNING = "Running"
    COMPLETED = "Completed"
    FAILED = "Failed"


class KeyValuePair(BaseModel):
    name: str
    value: str | None = None


class ResultInfo(BaseModel):
    code: int
    message: str | None = None
    subcode: int


class SecurityVendorInformation(BaseModel):
    provider: str | None = None
    providerVersion: str | None = None
    subProvider: str | None = None
    vendor: str | None = None


class SecurityActionState(BaseModel):
    appId: str | None = None
    status: OperationStatus | None = None
    updatedDateTime: datetime | None = None
    user: str | None = None


class NewSecurityAction(BaseModel):
    actionReason: str | None = None
    clientContext: str | None = Field(default=None, max_length=256)
    name: str | None = None
    parameters: list[KeyValuePair]
    vendorInformation: SecurityVendorInformation | None = None


class SecurityActionChange(BaseModel):
    actionReason: str | None = None
    clientContext: str | None = Field(default=None, max_length=256)
    completedDateTime: datetime | None = None
    errorInfo: ResultInfo | None = None
    name: str | None = None
    parameters: list[KeyValuePair] | None = None
    status: OperationStatus | None = None
    vendorInformation: SecurityVendorInformation | None = None


class SecurityAction(NewSecurityAction):
    id: str
    appId: str | None = None
    azureTenantId: str | None = None
    completedDateTime: datetime | None = None
    createdDateTime: datetime
    errorInfo: ResultInfo | None = None
    lastActionDateTime: datetime
    states: list[SecurityActionState] = []
    status: OperationStatus = OperationStatus.NOT_STARTED
    user: str | None = None


class SecurityActionCollection(BaseModel):
    value: list[SecurityAction]


bearer = HTTPBearer()
actions: dict[str, SecurityAction] = {}


def caller(credentials: HTTPAuthorizationCredentials = Depends(bearer)) -> dict:
    try:
        return jwt.decode(credentials.credentials, PUBLIC_KEY, algorithms=["ES256"], audience=AUDIENCE)
    except jwt.InvalidTokenError as error:
        raise HTTPException(401, str(error))


def reader(claims: dict = Depends(caller)) -> dict:
    if not {READ, READ_WRITE} & set(claims.get("roles", [])):
        raise HTTPException(403, f"requires {READ}")
    return claims


def writer(claims: dict = Depends(caller)) -> dict:
    if READ_WRITE not in claims.get("roles", []):
        raise HTTPException(403, f"requires {READ_WRITE}")
    return claims


def find(action_id: str, claims: dict) -> SecurityAction:
    action = actions.get(action_id)
    if action is None or action.azureTenantId != claims["tid"]:
        raise HTTPException(404, "securityAction not found")
    return action


def add_state(action: SecurityAction, status: OperationStatus, claims: dict) -> None:
    now = datetime.utcnow()
    action.status = status
    action.lastActionDateTime = now
    action.states.append(
        SecurityActionState(appId=claims["appid"], user=claims.get("upn"), status=status, updatedDateTime=now)
    )


app = FastAPI(title="securityActions")
path = "/beta/security/securityActions"


@app.get(path)
def list_actions(claims: dict = Depends(reader)) -> SecurityActionCollection:
    return SecurityActionCollection(value=[a for a in actions.values() if a.azureTenantId == claims["tid"]])


@app.post(path, status_code=201)
def create_action(body: NewSecurityAction, claims: dict = Depends(writer)) -> SecurityAction:
    now = datetime.utcnow()
    action = SecurityAction(
        **body.model_dump(),
        id=str(uuid.uuid4()),
        appId=claims["appid"],
        azureTenantId=claims["tid"],
        user=claims.get("upn"),
        createdDateTime=now,
        lastActionDateTime=now,
    )
    actions[action.id] = action
    return action


@app.get(path + "/{action_id}")
def get_action(action_id: str, claims: dict = Depends(reader)) -> SecurityAction:
    return find(action_id, claims)


@app.patch(path + "/{action_id}")
def update_action(action_id: str, body: SecurityActionChange, claims: dict = Depends(writer)) -> SecurityAction:
    action = find(action_id, claims)
    for name in body.model_fields_set - {"status"}:
        setattr(action, name, getattr(body, name))
    action.lastActionDateTime = datetime.utcnow()
    if body.status is not None:
        add_state(action, body.status, claims)
    return action


@app.post(path + "/{action_id}/cancelSecurityAction", status_code=204)
def cancel_action(action_id: str, claims: dict = Depends(writer)) -> None:
    action = find(action_id, claims)
    add_state(action, OperationStatus.FAILED, claims)
    action.completedDateTime = action.lastActionDateTime


class Server(uvicorn.Server):
    async def startup(self, sockets=None) -> None:
        await super().startup(sockets)
        port = self.servers[0].sockets[0].getsockname()[1]
        print(f"listening on http://127.0.0.1:{port}/beta", flush=True)


if __name__ == "__main__":
    Server(uvicorn.Config(app, host="127.0.0.1", port=int(os.environ.get("PORT", "0")), log_level="warning")).run()
