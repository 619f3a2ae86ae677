"""securityActions in FastAPI, corrected until the kit passed it."""

import json
import os
import re
import uuid
from datetime import datetime, timedelta, timezone
from enum import Enum
from typing import Annotated

import jwt
import uvicorn
from fastapi import Depends, FastAPI, HTTPException, Request, Response
from fastapi.responses import JSONResponse
from pydantic import AfterValidator, BaseModel, Field, ValidationError
from starlette.exceptions import HTTPException as StarletteHTTPException

PUBLIC_KEY = os.environ["TOKEN_PUBLIC_KEY"]
AUDIENCE = os.environ["TOKEN_AUDIENCE"]
READ = "SecurityActions.Read.All"
READ_WRITE = "SecurityActions.ReadWrite.All"


class OperationStatus(str, Enum):
    NOT_STARTED = "NotStarted"
    RUNNING = "Running"
    COMPLETED = "Completed"
    FAILED = "Failed"

    @property
    def is_final(self) -> bool:
        return self in (OperationStatus.COMPLETED, OperationStatus.FAILED)


TIMESTAMP = re.compile(r"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(\.\d{1,12})?(Z|[+-]\d\d:\d\d)", re.ASCII)


def to_utc(text: str) -> str:
    """The same instant in UTC. The fraction is kept as text, because a datetime has microseconds only."""
    match = TIMESTAMP.fullmatch(text)
    if match is None:
        raise ValueError("not an RFC 3339 timestamp")
    seconds, fraction, zone = match.groups()
    try:
        instant = datetime.fromisoformat(seconds + zone).astimezone(timezone.utc)
    except OverflowError as error:
        raise ValueError("out of range") from error
    return instant.strftime("%Y-%m-%dT%H:%M:%S") + (fraction or "") + "Z"


Timestamp = Annotated[str, AfterValidator(to_utc)]
Int32 = Annotated[int, Field(ge=-(2**31), lt=2**31)]


class KeyValuePair(BaseModel):
    name: str
    value: str | None = None


class ResultInfo(BaseModel):
    code: Int32 = 0
    message: str | None = None
    subcode: Int32 = 0


class SecurityVendorInformation(BaseModel):
    provider: str | None = None
    providerVersion: str | None = None
    subProvider: str | None = None
    vendor: str | None = None


class SecurityActionState(BaseModel):
    appId: str | None = None
    status: OperationStatus | None = None
    updatedDateTime: Timestamp | None = None
    user: str | None = None


class Writable(BaseModel):
    actionReason: str | None = None
    clientContext: str | None = Field(default=None, max_length=256)
    name: str | None = None
    vendorInformation: SecurityVendorInformation | None = None


class NewSecurityAction(Writable):
    parameters: list[KeyValuePair]
    # Validated, but not adopted: the server sets them.
    completedDateTime: Timestamp | None = None
    errorInfo: ResultInfo | None = None
    status: OperationStatus | None = None


class SecurityActionChange(Writable):
    completedDateTime: Timestamp | None = None
    errorInfo: ResultInfo | None = None
    parameters: list[KeyValuePair] = []
    status: OperationStatus | None = None


class SecurityAction(Writable):
    id: str
    appId: str | None
    azureTenantId: str | None
    completedDateTime: str | None = None
    createdDateTime: str
    errorInfo: ResultInfo | None = None
    lastActionDateTime: str
    parameters: list[KeyValuePair]
    states: list[SecurityActionState] = []
    status: OperationStatus = OperationStatus.NOT_STARTED
    user: str | None = None


actions: dict[str, SecurityAction] = {}
app = FastAPI(title="securityActions", redirect_slashes=False)
path = "/beta/security/securityActions"


def caller(request: Request) -> dict:
    scheme, _, token = request.headers.get("Authorization", "").partition(" ")
    try:
        if scheme.lower() != "bearer":
            raise jwt.InvalidTokenError("the access token is missing")
        claims = jwt.decode(token.strip(), PUBLIC_KEY, algorithms=["ES256"], audience=AUDIENCE)
    except jwt.InvalidTokenError as error:
        raise HTTPException(401, str(error), {"WWW-Authenticate": 'Bearer realm="securityActions"'})
    if "scp" in claims:
        raise HTTPException(403, "only application permissions are supported")
    return claims


def reader(claims: dict = Depends(caller)) -> dict:
    if not {READ, READ_WRITE} & set(claims.get("roles", [])):
        raise HTTPException(403, f"requires {READ}")
    return claims


def writer(claims: dict = Depends(caller)) -> dict:
    if READ_WRITE not in claims.get("roles", []):
        raise HTTPException(403, f"requires {READ_WRITE}")
    return claims


def reject_constant(name: str) -> None:
    raise ValueError(f"{name} is not JSON")


async def parse(request: Request, model: type[BaseModel]) -> BaseModel:
    """Reads the body after the caller is known. FastAPI itself would read it before, and accept NaN and "5" for 5."""
    if request.headers.get("Content-Type", "").partition(";")[0].strip().lower() != "application/json":
        raise HTTPException(415, "send application/json")
    raw = await request.body()
    try:
        json.loads(raw.decode(), parse_constant=reject_constant)
        return model.model_validate_json(raw, strict=True)
    except ValidationError as error:
        raise HTTPException(400, "; ".join(f"{'.'.join(map(str, e['loc']))}: {e['msg']}" for e in error.errors()))
    except (ValueError, RecursionError) as error:
        raise HTTPException(400, f"the body is not JSON: {error}")


def find(action_id: str, claims: dict) -> SecurityAction:
    action = actions.get(action_id)
    if action is None or action.azureTenantId != claims["tid"]:
        raise HTTPException(404, "there is no such action")
    return action


def now() -> datetime:
    return datetime.now(timezone.utc)


def text(instant: datetime) -> str:
    return instant.strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def touch(action: SecurityAction) -> str:
    """Moves lastActionDateTime forward, also when the clock has not advanced."""
    last = datetime.fromisoformat(action.lastActionDateTime)
    action.lastActionDateTime = text(max(now(), last + timedelta(microseconds=1)))
    return action.lastActionDateTime


def move(action: SecurityAction, status: OperationStatus, claims: dict, at: str) -> None:
    if status == action.status:
        return
    action.status = status
    action.states.append(SecurityActionState(appId=claims["appid"], status=status, updatedDateTime=at))
    if status.is_final:
        action.completedDateTime = action.completedDateTime or at
    if status is OperationStatus.FAILED:
        action.errorInfo = action.errorInfo or ResultInfo(message="the action failed")


def shown(action: SecurityAction) -> dict:
    return {"@odata.type": "#microsoft.graph.securityAction", **action.model_dump(mode="json")}


@app.get(path)
async def list_actions(claims: dict = Depends(reader)) -> JSONResponse:
    return JSONResponse({"value": [shown(a) for a in actions.values() if a.azureTenantId == claims["tid"]]})


@app.post(path)
async def create_action(request: Request, claims: dict = Depends(writer)) -> JSONResponse:
    body = await parse(request, NewSecurityAction)
    created = text(now())
    action = SecurityAction(
        **body.model_dump(include={"actionReason", "clientContext", "name", "parameters", "vendorInformation"}),
        id=str(uuid.uuid4()),
        appId=claims["appid"],
        azureTenantId=claims["tid"],
        createdDateTime=created,
        lastActionDateTime=created,
        states=[
            SecurityActionState(appId=claims["appid"], status=OperationStatus.NOT_STARTED, updatedDateTime=created)
        ],
    )
    actions[action.id] = action
    return JSONResponse(shown(action), 201, {"Location": f"{request.url}/{action.id}"})


@app.get(path + "/{action_id}")
async def get_action(action_id: str, claims: dict = Depends(reader)) -> JSONResponse:
    return JSONResponse(shown(find(action_id, claims)))


@app.patch(path + "/{action_id}")
async def update_action(action_id: str, request: Request, claims: dict = Depends(writer)) -> JSONResponse:
    body = await parse(request, SecurityActionChange)
    action = find(action_id, claims)
    status = body.status or action.status
    order = list(OperationStatus)
    backward = order.index(status) < order.index(action.status)
    if backward or (action.status.is_final and status != action.status):
        raise HTTPException(409, f"an action cannot change from {action.status.value} to {status.value}")
    for name in body.model_fields_set - {"status", "vendorInformation"}:
        setattr(action, name, getattr(body, name))
    if "vendorInformation" in body.model_fields_set:
        old, new = action.vendorInformation, body.vendorInformation
        action.vendorInformation = new and (old.model_copy(update=new.model_dump(exclude_unset=True)) if old else new)
    move(action, status, claims, touch(action))
    return JSONResponse(shown(action))


@app.post(path + "/{action_id}/cancelSecurityAction")
async def cancel_action(action_id: str, claims: dict = Depends(writer)) -> Response:
    action = find(action_id, claims)
    if not action.status.is_final:
        action.errorInfo = ResultInfo(message="the action was cancelled")
        move(action, OperationStatus.FAILED, claims, touch(action))
    return Response(status_code=204)


@app.exception_handler(StarletteHTTPException)
async def envelope(_: Request, error: StarletteHTTPException) -> JSONResponse:
    body = {"error": {"code": f"Http{error.status_code}", "message": error.detail}}
    return JSONResponse(body, error.status_code, error.headers)


@app.middleware("http")
async def correlate(request: Request, call_next) -> Response:
    response = await call_next(request)
    response.headers["request-id"] = str(uuid.uuid4())
    if "client-request-id" in request.headers:
        response.headers["client-request-id"] = request.headers["client-request-id"]
    return response


class Server(uvicorn.Server):
    async def startup(self, sockets=None) -> None:
        await super().startup(sockets)
        port = self.servers[0].sockets[0].getsockname()[1]
        print(f"listening on http://127.0.0.1:{port}/beta", flush=True)


if __name__ == "__main__":
    Server(uvicorn.Config(app, host="127.0.0.1", port=int(os.environ.get("PORT", "0")), log_level="warning")).run()
